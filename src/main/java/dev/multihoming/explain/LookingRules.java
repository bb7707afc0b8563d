package dev.multihoming.explain;

import dev.multihoming.admission.AdmissionRequest.Resource;
import dev.multihoming.admission.ReviewedKinds;
import dev.multihoming.admission.Templates;
import dev.multihoming.lint.Manifest;
import dev.multihoming.review.Card;
import dev.multihoming.review.RuleSet;
import dev.multihoming.rules.RuleBook;
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
