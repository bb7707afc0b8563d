package dev.multihoming.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test that makes network namespaces and runs the CNI plugins in them, and is skipped where that
/// cannot be: it takes root, `ip netns` and Go. With `CONFORMANCE=required` in the environment it fails
/// instead.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NetworkNamespacesCondition.class)
public @interface NeedsNetworkNamespaces {}
