/// The settings of the server, as an installation sets them, and the clock by which exemptions end.
@NullMarked
package dev.multihoming.webhook.settings;

import org.jspecify.annotations.NullMarked;
