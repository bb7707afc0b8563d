@NullMarked
package dev.multihoming.webhook.audit;

import org.jspecify.annotations.NullMarked;
