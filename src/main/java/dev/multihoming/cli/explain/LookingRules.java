package dev.multihoming.cli.explain;

import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKind.Content;
import dev.multihoming.core.admission.ReviewedKinds;
import dev.multihoming.core.objects.OperatorNads;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.RuleSet;
import dev.multihoming.core.rules.RuleBook;
import dev.multihoming.core.subject.TemplateReader.Shape;
import java.util.List;
import java.util.stream.Stream;

/// The rules that look at an object.
final class LookingRules {
    private LookingRules() {}

    /// In code order.
    static List<Card> at(Manifest manifest) {
        return ReviewedKinds.of(manifest.apiVersion(), manifest.kind())
                .map(ReviewedKind::content)
                .map(LookingRules::at)
                .orElseGet(() -> atUnasked(manifest))
                .map(RuleSet.Entry::card)
                .toList();
    }

    private static Stream<? extends RuleSet.Entry<?>> atUnasked(Manifest manifest) {
        return OperatorNads.of(manifest.object(), manifest.namespace()).isPresent()
                ? at(new Content.Nads())
                : at(new Content.Workloads(new Shape(manifest.kind(), "", 1)));
    }

    private static Stream<? extends RuleSet.Entry<?>> at(Content content) {
        RuleSet rules = RuleBook.all();
        return switch (content) {
            case Content.Pods(), Content.Bindings() -> rules.pods().stream();
            case Content.Nads(), Content.Operator() -> rules.nads().stream();
            case Content.Workloads(Shape _) ->
                Stream.of(rules.pods(), rules.workloads()).flatMap(List::stream);
            case Content.Machines(Shape _) ->
                Stream.of(rules.pods(), rules.machines()).flatMap(List::stream);
            case Content.NetworkPolicies() -> rules.networkPolicies().stream();
            case Content.Own() -> rules.policies().stream();
        };
    }
}
