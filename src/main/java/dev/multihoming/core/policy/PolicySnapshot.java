package dev.multihoming.core.policy;

import dev.multihoming.core.review.Mode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All policies of a cluster at one moment, and which of them governs what. One policy governs a namespace: nothing is
/// merged but what a policy itself extends.
public final class PolicySnapshot {
    private static final Comparator<Policy> FIRST_GOVERNS =
            Comparator.comparingInt(Policy::priority).reversed().thenComparing(Policy::name);

    private final EffectivePolicy builtIn;
    private final Map<String, Policy> byName;
    private final List<Exemption> exemptions;
    private final List<Resolved> inOrder;

    private PolicySnapshot(EffectivePolicy builtIn, Map<String, Policy> byName, Collection<Exemption> exemptions) {
        this.builtIn = builtIn;
        this.byName = byName;
        this.exemptions = List.copyOf(exemptions);
        this.inOrder = byName.values().stream()
                .sorted(FIRST_GOVERNS)
                .map(this::resolve)
                .toList();
    }

    private record Resolved(
            Policy policy,
            EffectivePolicy effective,
            @Nullable Integer exemptionDays) {}

    /// Of a cluster with those policies; the built-in one governs where none of them does.
    public static PolicySnapshot of(
            Collection<Policy> policies, Collection<Exemption> exemptions, EffectivePolicy builtIn) {
        Map<String, Policy> byName = policies.stream().collect(Collectors.toMap(Policy::name, Function.identity()));
        return new PolicySnapshot(builtIn, byName, exemptions);
    }

    /// The policy of a namespace with those labels.
    public EffectivePolicy governing(String namespace, Map<String, String> labels) {
        for (Resolved resolved : inOrder) {
            if (resolved.policy().namespaces().matches(namespace, labels)) {
                return governing(namespace, resolved);
            }
        }
        return builtIn.exempting(exemptionsIn(namespace, null));
    }

    /// The policy of a namespace whose labels are not known yet: up to the first policy that they would decide
    /// about. To take them for none would fit every selector that wants a label to be absent.
    public EffectivePolicy governingUnheard(String namespace) {
        for (Resolved resolved : inOrder) {
            Optional<Boolean> matches = resolved.policy().namespaces().matchesUnheard(namespace);
            if (matches.isEmpty()) {
                break;
            }
            if (matches.get()) {
                return governing(namespace, resolved);
            }
        }
        return builtIn.exempting(exemptionsIn(namespace, null));
    }

    private EffectivePolicy governing(String namespace, Resolved resolved) {
        return resolved.effective().exempting(exemptionsIn(namespace, resolved.exemptionDays()));
    }

    /// The policies in the order in which they govern: the first that matches a namespace does.
    public List<Policy> inOrder() {
        return inOrder.stream().map(Resolved::policy).toList();
    }

    /// Of every policy, in the cluster with those namespaces and their labels.
    public Map<String, PolicyScope> scopes(Map<String, Map<String, String>> namespaces) {
        Map<String, PolicyScope> scopes = new LinkedHashMap<>();
        inOrder.forEach(resolved -> scopes.put(
                resolved.policy().name(), new PolicyScope(new TreeSet<>(), new TreeMap<>(), resolved.effective())));
        namespaces.forEach((namespace, labels) -> {
            String governing = "";
            for (Resolved resolved : inOrder) {
                Policy policy = resolved.policy();
                PolicyScope scope = scopes.get(policy.name());
                if (scope == null || !policy.namespaces().matches(namespace, labels)) {
                    continue;
                }
                if (governing.isEmpty()) {
                    governing = policy.name();
                    scope.governs().add(namespace);
                } else {
                    scope.shadowedBy().merge(governing, 1, Integer::sum);
                }
            }
        });
        return scopes;
    }

    /// When that exemption ends in the last of those namespaces, in seconds since the epoch: a policy can let it end
    /// sooner in its own.
    public long end(Exemption exemption, Map<String, Map<String, String>> namespaces) {
        return namespaces.entrySet().stream()
                .filter(namespace -> exemption.concerns(namespace.getKey()))
                .mapToLong(namespace -> inOrder.stream()
                        .filter(it -> it.policy().namespaces().matches(namespace.getKey(), namespace.getValue()))
                        .findFirst()
                        .map(Resolved::exemptionDays)
                        .map(days -> exemption.atMost(days).ends())
                        .orElse(exemption.ends()))
                .max()
                .orElse(exemption.ends());
    }

    private List<Exemption> exemptionsIn(String namespace, @Nullable Integer days) {
        return exemptions.stream()
                .filter(exemption -> exemption.concerns(namespace))
                .map(exemption -> days == null ? exemption : exemption.atMost(days))
                .toList();
    }

    /// The policies that cannot be resolved without that one, in the order of their names.
    public List<String> dependents(String name) {
        return byName.values().stream()
                .filter(policy -> !policy.name().equals(name))
                .filter(policy ->
                        chain(policy).stream().anyMatch(link -> link.parent().equals(name)))
                .map(Policy::name)
                .sorted()
                .toList();
    }

    /// The codes of the rules that `policy` enforces in namespaces that another policy governed before, which did not.
    public NavigableSet<String> enforcedAnew(
            String policy, PolicySnapshot before, Map<String, Map<String, String>> namespaces) {
        NavigableSet<String> codes = new TreeSet<>();
        // The modes are the same in all namespaces of a policy, and there may be thousands of namespaces.
        Set<String> compared = new HashSet<>();
        namespaces.forEach((namespace, labels) -> {
            EffectivePolicy now = governing(namespace, labels);
            EffectivePolicy then = before.governing(namespace, labels);
            String resolver = then.notice().policy();
            if (now.notice().policy().equals(policy)
                    && !resolver.isEmpty()
                    && !resolver.equals(policy)
                    && compared.add(resolver)) {
                Map<String, Mode> earlier = then.modes();
                now.modes().entrySet().stream()
                        .filter(rule -> rule.getValue() == Mode.ENFORCE)
                        .map(Map.Entry::getKey)
                        .filter(code -> earlier.get(code) != Mode.ENFORCE)
                        .forEach(codes::add);
            }
        });
        return codes;
    }

    /// How many policies cannot be resolved.
    public long unresolved() {
        return byName.keySet().stream().filter(name -> fault(name).isPresent()).count();
    }

    /// Why that policy cannot be resolved; empty where it can. For one that cannot, `strict` says what it leaves open
    /// ([Strict]).
    public Optional<PolicyFault> fault(String name) {
        return Optional.ofNullable(byName.get(name)).flatMap(policy -> fault(chain(policy)));
    }

    private Optional<PolicyFault> fault(List<Policy> chain) {
        Policy last = chain.getLast();
        String parent = last.parent();
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                byName.containsKey(parent)
                        ? new PolicyFault(true, parent, "extends itself, by way of " + last.name())
                        : new PolicyFault(false, parent, "extends " + parent + ", which does not exist"));
    }

    private Resolved resolve(Policy policy) {
        List<Policy> chain = chain(policy);
        Decisions decisions = Decisions.NONE;
        for (Policy link : chain.reversed()) {
            decisions = builtIn.byCode(link.decisions()).over(decisions);
        }
        if (fault(chain).isPresent()) {
            decisions = decisions.over(builtIn.byCode(Strict.under(decisions)));
        }
        return new Resolved(policy, builtIn.under(policy.name(), decisions), decisions.exemptionDays());
    }

    /// The policy, what it extends, and so on, until nothing more or nothing new is named.
    private List<Policy> chain(Policy policy) {
        List<Policy> chain = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Policy next = policy;
        while (next != null && seen.add(next.name())) {
            chain.add(next);
            next = byName.get(next.parent());
        }
        return chain;
    }
}
