package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.InterfaceName;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Operation;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Names are final once repairs are done, so this looks only then. See node-behavior.md#interface-names.
@RuleCard(
        code = "MH134",
        name = "missing-pod-link",
        summary = "A network uses an interface of the pod that does not exist yet when the network is attached.",
        requirement = "a network that builds on an interface of the pod comes after the network that makes it",
        why = """
                A macvlan, ipvlan or VLAN with `linkInContainer`, and a bond with `linksInContainer`, use an \
                interface that another network of the pod creates. Multus attaches networks in the order of the \
                annotation. An interface that comes later, or has another name, is not found, and the pod stays in \
                ContainerCreating with "Link not found".""",
        remedy =
                "Move the network that creates the interface before this one, and give its interface the name that the config uses.",
        since = "0.1.0")
public final class MissingPodLink implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        if (context.phase() == Phase.MUTATE || pod.operation() == Operation.UPDATE) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>(0);
        Map<String, Integer> makers = Map.of();
        int offset = context.settings().multus().interfaceOffset();
        for (JoinedSelection selection : JoinedSelection.all(pod, context)) {
            List<String> links = selection.abilities().podLinks();
            if (links.isEmpty()) {
                continue;
            }
            makers = makers.isEmpty() ? PodLinks.positions(pod, context) : makers;
            for (String link : links) {
                absence(link, selection.item(), Optional.ofNullable(makers.get(link)), offset)
                        .map(absence -> new Violation(
                                selection.location(pod),
                                "%s builds on the interface %s, %s"
                                        .formatted(selection.network(), Quoted.of(link), absence),
                                "Select the network that makes %s before it".formatted(Quoted.of(link))))
                        .ifPresent(violations::add);
            }
        }
        return violations;
    }

    /// Another program may make an interface with a name that Multus gives to nothing.
    private static Optional<String> absence(String link, NetworkSelection of, Optional<Integer> maker, int offset) {
        if (maker.isPresent()) {
            int position = maker.get();
            return position < of.position()
                    ? Optional.empty()
                    : Optional.of(
                            position == of.position()
                                    ? "which is its own"
                                    : "which item %d makes after it".formatted(position));
        }
        OptionalLong number = InterfaceName.number(link);
        return number.isPresent() && number.getAsLong() > offset
                ? Optional.of("which no network of the pod makes")
                : Optional.empty();
    }
}
