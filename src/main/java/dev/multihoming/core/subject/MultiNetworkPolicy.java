package dev.multihoming.core.subject;

import dev.multihoming.core.multus.NadRef;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A MultiNetworkPolicy, as far as it says which networks it is for (node-behavior.md#multinetworkpolicy).
///
/// @param policyFor the annotation as it stands; `null` where it is absent
public record MultiNetworkPolicy(
        String namespace, String displayName, @Nullable String policyFor) implements Subject {
    /// Names the networks, with commas between.
    public static final String ANNOTATION = "k8s.v1.cni.cncf.io/policy-for";

    @Override
    public String kind() {
        return "MultiNetworkPolicy";
    }

    /// What it names, one entry for each; a name without a namespace is one of the policy's own namespace.
    public List<Entry> entries() {
        String text = policyFor == null ? "" : policyFor.replace(" ", "");
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(",", -1)).map(this::entry).toList();
    }

    private Entry entry(String text) {
        int slash = text.indexOf('/');
        return new Entry(text, new NadRef(slash < 0 ? namespace : text.substring(0, slash), text.substring(slash + 1)));
    }

    /// One network that it names.
    ///
    /// @param text as it is written, without spaces
    public record Entry(String text, NadRef network) {
        public boolean namesItsNamespace() {
            return text.contains("/");
        }
    }
}
