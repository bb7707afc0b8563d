/// Work that repeats in the background. Nothing here knows what the work is.
@NullMarked
package dev.multihoming.webhook.schedule;

import org.jspecify.annotations.NullMarked;
