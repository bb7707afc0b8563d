/// What kustomize/components/monitoring ships, held against the running server and Prometheus' own checker.
@NullMarked
package dev.multihoming.monitoring;

import org.jspecify.annotations.NullMarked;
