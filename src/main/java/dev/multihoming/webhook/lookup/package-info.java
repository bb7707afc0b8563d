/// The asynchronous side of core.review.ClusterView: what a review cannot tell without asking the API
/// server, and the answers. webhook.cluster implements it.
@NullMarked
package dev.multihoming.webhook.lookup;

import org.jspecify.annotations.NullMarked;
