package dev.multihoming.core.rules.policies;

import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.PolicyChange;
import java.util.List;

/// Facts of a policy or an exemption as violations.
final class Stated {
    private Stated() {}

    static List<Violation> about(PolicyChange change, PolicyChange.Topic topic) {
        return change.about(topic).stream()
                .map(fact -> new Violation(Location.of(fact.field()), fact.text(), fact.remedy()))
                .toList();
    }
}
