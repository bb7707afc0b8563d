/// What is there already, held against the policies in force: the same engine, without a request. Which objects there
/// are and where reports go is told by whoever knows Kubernetes.
@NullMarked
package dev.multihoming.webhook.audit;

import org.jspecify.annotations.NullMarked;
