package dev.multihoming.cli.explain;

import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.core.admission.AdmissionRequest.Resource;
import dev.multihoming.core.admission.ReviewedKinds;
import dev.multihoming.core.admission.Templates;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.RuleSet;
import dev.multihoming.core.rules.RuleBook;
import java.util.List;
import java.util.stream.Stream;

/// The rules that look at an object.
final class LookingRules {
    private LookingRules() {}

    /// In code order.
    static List<Card> at(Manifest manifest) {
        return ReviewedKinds.resource(manifest.apiVersion(), manifest.kind()).stream()
                .flatMap(resource -> at(resource, manifest.kind()))
                .map(RuleSet.Entry::card)
                .toList();
    }

    private static Stream<? extends RuleSet.Entry<?>> at(Resource resource, String kind) {
        RuleSet rules = RuleBook.all();
        if (Templates.ofPods(resource).isPresent()) {
            return Stream.of(rules.pods(), rules.workloads()).flatMap(List::stream);
        }
        if (Templates.ofMachines(resource).isPresent()) {
            return Stream.of(rules.pods(), rules.machines()).flatMap(List::stream);
        }
        return switch (kind) {
            case "Pod", "Binding" -> rules.pods().stream();
            case ReviewedKinds.NAD, "Network" -> rules.nads().stream();
            default -> rules.policies().stream();
        };
    }
}
