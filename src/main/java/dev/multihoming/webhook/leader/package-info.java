/// What one replica does for all of them: the status of policies and exemptions, events about them, and the audit.
/// Nothing here is needed to answer a request.
@NullMarked
package dev.multihoming.webhook.leader;

import org.jspecify.annotations.NullMarked;
