package dev.multihoming.core.admission;

import dev.multihoming.core.admission.ReviewedKind.Content;
import dev.multihoming.core.api.ExemptionSpec;
import dev.multihoming.core.api.ExemptionSpec.ExemptObject;
import dev.multihoming.core.api.ExemptionSpec.Requesters;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.policy.Exemption;
import dev.multihoming.core.subject.PolicyChange.Fact;
import dev.multihoming.core.subject.PolicyChange.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What stands out in an exemption, beyond what its schema can say.
final class ExemptionFacts {
    private static final String OBJECTS = "spec.objects";
    private static final String MACHINE = "VirtualMachine";
    private static final String POD = "Pod";
    private static final Set<String> OF_A_MACHINE = Set.of("VirtualMachineInstance", POD);
    private static final Set<String> WORKLOADS = ReviewedKinds.all().stream()
            .filter(kind -> kind.content() instanceof Content.Workloads)
            .map(ReviewedKind::kind)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> KINDS = ReviewedKinds.all().stream()
            .map(ReviewedKind::kind)
            .filter(kind -> !kind.isEmpty())
            .collect(Collectors.toUnmodifiableSet());

    private ExemptionFacts() {}

    static Fact ended(String expires) {
        return new Fact(
                Topic.ENDED,
                "spec.expires",
                "%s has passed, and the exemption would exempt nothing".formatted(Quoted.of(expires)),
                "Write a later moment");
    }

    static List<Fact> of(ExemptionSpec spec, Exemption exemption) {
        List<Fact> facts = new ArrayList<>(Unmatchable.namespaces(spec.namespaces()));
        if (exemption.isByNameForAnybody()) {
            facts.add(new Fact(
                    Topic.SETTABLE_BY_AUTHORS,
                    OBJECTS,
                    "a user who may create such an object chooses its name, and is exempt",
                    "Say whose requests are exempt with requesters"));
        }
        // Its schema refuses an object without a kind, and says so.
        objects(
                Objects.requireNonNullElse(spec.objects(), List.<ExemptObject>of()).stream()
                        .filter(object -> object.kind() != null)
                        .toList(),
                facts);
        requesters(spec.requesters(), facts);
        return facts;
    }

    private static void objects(List<ExemptObject> objects, List<Fact> facts) {
        for (ExemptObject object : objects) {
            if (!KINDS.contains(object.kind())) {
                facts.add(Unmatchable.fact(
                        OBJECTS,
                        "objects of kind %s are not reviewed".formatted(Quoted.of(object.kind())),
                        "Write a kind such as Pod, Deployment or VirtualMachine"));
            }
            facts.addAll(Unmatchable.names(OBJECTS, object.name() == null ? null : List.of(object.name())));
            facts.addAll(Unmatchable.names(OBJECTS, object.namePrefix() == null ? null : List.of(object.namePrefix())));
        }
        Set<String> kinds = objects.stream().map(ExemptObject::kind).collect(Collectors.toSet());
        if (kinds.contains(MACHINE) && !kinds.containsAll(OF_A_MACHINE)) {
            facts.add(new Fact(
                    Topic.PARTIAL,
                    OBJECTS,
                    "the exemption covers the VirtualMachine, and not the VirtualMachineInstance and the virt-launcher"
                            + " pod that KubeVirt makes of it",
                    "Name these kinds too"));
        }
        if (!kinds.contains(POD)) {
            kinds.stream()
                    .filter(WORKLOADS::contains)
                    .sorted()
                    .forEach(
                            kind -> facts.add(
                                    new Fact(
                                            Topic.PARTIAL,
                                            OBJECTS,
                                            "the exemption covers the %s, and not its pods".formatted(kind),
                                            "Write kind: Pod with the namePrefix of its pods, which is the name of the workload and a hyphen")));
        }
    }

    private static void requesters(@Nullable Requesters requesters, List<Fact> facts) {
        if (requesters == null) {
            return;
        }
        String field = "spec.requesters";
        facts.addAll(Unmatchable.names(field + ".users", requesters.users()));
        facts.addAll(Unmatchable.names(field + ".groups", requesters.groups()));
        users(requesters.users())
                .filter(user -> user.startsWith("system:serviceaccount:"))
                .forEach(user -> facts.add(account(field + ".users", user)));
        users(requesters.serviceAccounts()).forEach(user -> facts.add(account(field + ".serviceAccounts", user)));
        users(requesters.groups())
                .filter(group -> group.startsWith("system:serviceaccounts:"))
                .forEach(group -> facts.add(account(field + ".groups", group)));
        if (users(requesters.groups()).anyMatch("system:masters"::equals)) {
            facts.add(new Fact(
                    Topic.IMPERSONABLE,
                    field + ".groups",
                    "system:masters is every administrator of the cluster, whatever their roles are",
                    "Name a group of your identity provider"));
        }
    }

    private static Stream<String> users(@Nullable List<String> names) {
        return names == null ? Stream.empty() : names.stream();
    }

    private static Fact account(String field, String account) {
        return new Fact(
                Topic.IMPERSONABLE,
                field,
                "a user with the role edit in its namespace can act as " + Quoted.of(account),
                "Name users or groups, or keep tenants out of that namespace");
    }
}
