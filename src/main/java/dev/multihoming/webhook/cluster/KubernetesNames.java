package dev.multihoming.webhook.cluster;

import dev.multihoming.core.multus.NadRef;
import java.util.regex.Pattern;

/// What Kubernetes accepts as names of namespaces and objects.
///
/// A name that no object can have needs no request, and must not make one: it goes into the request's path.
final class KubernetesNames {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final int LABEL_CHARS = 63;
    private static final int SUBDOMAIN_CHARS = 253;

    private KubernetesNames() {}

    static boolean couldExist(NadRef ref) {
        return matches(LABEL, LABEL_CHARS, ref.namespace()) && matches(SUBDOMAIN, SUBDOMAIN_CHARS, ref.name());
    }

    static boolean couldBeNamespace(String name) {
        return matches(LABEL, LABEL_CHARS, name);
    }

    private static boolean matches(Pattern pattern, int limit, String name) {
        // The length first: it bounds what the pattern has to look at.
        return name.length() <= limit && pattern.matcher(name).matches();
    }
}
