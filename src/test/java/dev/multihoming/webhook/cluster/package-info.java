/// Tests of the cluster shell; those that end in IT talk to a real API server.
@NullMarked
package dev.multihoming.webhook.cluster;

import org.jspecify.annotations.NullMarked;
