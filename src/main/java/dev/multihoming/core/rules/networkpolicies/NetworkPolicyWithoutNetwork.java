package dev.multihoming.core.rules.networkpolicies;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.rules.Suggestions;
import dev.multihoming.core.subject.MultiNetworkPolicy;
import dev.multihoming.core.subject.MultiNetworkPolicy.Entry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a network of another namespace exists is not told: of such a name only the form is judged.
/// See node-behavior.md#multinetworkpolicy.
@RuleCard(
        code = "MH701",
        name = "network-policy-without-network",
        summary = "A MultiNetworkPolicy does not name an existing network.",
        requirement = "a MultiNetworkPolicy should name networks that exist, or it restricts no traffic",
        why = """
                A MultiNetworkPolicy applies to the networks that its annotation `k8s.v1.cni.cncf.io/policy-for` \
                names, and only to pods of its own namespace. Without the annotation, or with a name that no \
                network has, it restricts nothing, and there is no error or event. A name without a namespace is \
                looked up in the namespace of the policy.""",
        remedy = """
                Write the networks as `namespace/name`, separated by commas. You can name networks that you create \
                later.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class NetworkPolicyWithoutNetwork implements Rule<MultiNetworkPolicy> {
    private static final Location FIELD = Location.annotation(MultiNetworkPolicy.ANNOTATION);

    @Override
    public List<Violation> find(MultiNetworkPolicy policy, Context context) {
        List<Entry> entries = policy.entries();
        if (entries.isEmpty()) {
            return List.of(new Violation(
                    FIELD,
                    policy.policyFor() == null ? "the annotation is absent" : "the annotation is empty",
                    "Name the networks in it, such as %s".formatted(Quoted.of(policy.namespace() + "/NAME"))));
        }
        Suggestions suggestions = new Suggestions();
        return entries.stream()
                .distinct()
                .flatMap(entry -> violation(entry, policy, context, suggestions).stream())
                .toList();
    }

    private static Optional<Violation> violation(
            Entry entry, MultiNetworkPolicy policy, Context context, Suggestions suggestions) {
        if (!entry.network().couldExist()) {
            return Optional.of(new Violation(
                    FIELD,
                    "%s is no name that a network can have".formatted(Quoted.of(entry.text())),
                    "Write namespace/name, with commas between several"));
        }
        boolean isOwn = entry.network().namespace().equals(policy.namespace());
        return isOwn && context.cluster().network(entry.network()) instanceof Lookup.Absent
                ? Optional.of(new Violation(
                        FIELD,
                        "there is no network %s in namespace %s"
                                .formatted(Quoted.of(entry.network().name()), Quoted.of(policy.namespace())),
                        remedy(entry, policy, context, suggestions)))
                : Optional.empty();
    }

    private static String remedy(Entry entry, MultiNetworkPolicy policy, Context context, Suggestions suggestions) {
        Stream<String> closest = suggestions
                .closest(entry.network().name(), context.cluster().networkNames(policy.namespace()))
                .map(name -> "Name one that exists there (the closest name is %s)".formatted(Quoted.of(name)))
                .stream();
        Stream<String> elsewhere = entry.namesItsNamespace()
                ? Stream.empty()
                : Stream.of("write namespace/name for one of another namespace");
        return Stream.of(closest, elsewhere, Stream.of("create it"))
                .flatMap(parts -> parts)
                .reduce((first, next) -> first + ", or " + next)
                .map(text -> Character.toUpperCase(text.charAt(0)) + text.substring(1))
                .orElseThrow();
    }
}
