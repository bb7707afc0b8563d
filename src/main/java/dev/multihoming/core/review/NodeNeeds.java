package dev.multihoming.core.review;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a NAD's annotations ask of the node that its pods run on. What is no name of Kubernetes asks for nothing.
///
/// @param resource the extended resource that each attachment takes one of; empty where there is none
/// @param label the node label that its pods need; empty where there is none
public record NodeNeeds(Optional<String> resource, Optional<Label> label) {
    /// Multus hands the plugin a device of this resource; the pod must request it
    /// (node-behavior.md#resourcename).
    public static final String RESOURCE = "k8s.v1.cni.cncf.io/resourceName";

    /// One `key=value`, as the network resources injector reads it.
    public static final String NODE_SELECTOR = "k8s.v1.cni.cncf.io/nodeSelector";

    /// Of a network that runs anywhere.
    public static final NodeNeeds NONE = new NodeNeeds(Optional.empty(), Optional.empty());

    private static final String NAME = "[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
    private static final String DOMAIN = "[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?";
    private static final Pattern EXTENDED = Pattern.compile("(" + DOMAIN + ")/" + NAME);
    private static final Pattern KEY_VALUE =
            Pattern.compile("((?:" + DOMAIN + "/)?" + NAME + ")\\s*(?:=\\s*(" + NAME + ")?)?");

    /// A node label.
    public record Label(String key, String value) {
        @Override
        public String toString() {
            return key + "=" + value;
        }
    }

    /// Reads the two annotations; empty where a NAD has them not.
    public static NodeNeeds of(String resource, String nodeSelector) {
        return resource.isEmpty() && nodeSelector.isEmpty()
                ? NONE
                : new NodeNeeds(extended(resource.strip()), label(nodeSelector.strip()));
    }

    /// Whether such a network runs anywhere.
    public boolean areNone() {
        return resource.isEmpty() && label.isEmpty();
    }

    /// Only resources of a domain that is not Kubernetes' own: no NAD may raise the CPU of its pods.
    private static Optional<String> extended(String resource) {
        Matcher matcher = EXTENDED.matcher(resource);
        return matcher.matches() && !("." + matcher.group(1)).endsWith(".kubernetes.io")
                ? Optional.of(resource)
                : Optional.empty();
    }

    private static Optional<Label> label(String nodeSelector) {
        Matcher matcher = KEY_VALUE.matcher(nodeSelector);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String value = matcher.group(2);
        return Optional.of(new Label(matcher.group(1), value == null ? "" : value));
    }
}
