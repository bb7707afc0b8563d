package dev.multihoming.core.rules.pods;

import dev.multihoming.core.multus.NetworkSelections;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mutation;
import dev.multihoming.core.review.NamingMode;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.TextMutation;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Operation;
import dev.multihoming.core.subject.Pod;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How the fixers of interface names write them: on CREATE only, where nothing in the annotation is unclear.
final class NameRepairs {
    static final String POINTER = "/metadata/annotations/k8s.v1.cni.cncf.io~1networks";

    private NameRepairs() {}

    /// Whether a repair will still come, so that what it mends is no finding yet.
    static boolean areToCome(Pod pod, Context context) {
        return isRepaired(pod, context) && context.phase() == Phase.MUTATE;
    }

    private static boolean isRepaired(Pod pod, Context context) {
        return pod.operation() == Operation.CREATE
                && !InterfaceNamer.comparesAnnotation(context.requester())
                && context.settings().pods().interfaceNaming() != NamingMode.REQUIRE;
    }

    /// The end of a remedy: on CREATE a repair was due, elsewhere and by a policy that requires names there is none.
    static String remedy(Pod pod, Context context, String remedy) {
        return isRepaired(pod, context)
                ? remedy + ", or try again: the repair that does it on creation did not run, as it never does"
                        + " where anything else is refused"
                : remedy;
    }

    /// The edits of all decisions with that verdict.
    static List<Mutation> of(Pod pod, Context context, NameVerdict verdict, Function<NameDecision, Violation> noteOf) {
        Optional<String> text = SelectedNetworks.whole(pod, context)
                .filter(networks -> networks.isClear() && isRepaired(pod, context))
                .map(NetworkSelections::text);
        return text.stream()
                .flatMap(original -> InterfaceNaming.of(pod, context).stream()
                        .filter(decision -> decision.is(verdict))
                        .<Mutation>map(decision -> new TextMutation(
                                POINTER,
                                original,
                                decision.selection().interfaceSlot().write(decision.replacement()),
                                noteOf.apply(decision))))
                .toList();
    }
}
