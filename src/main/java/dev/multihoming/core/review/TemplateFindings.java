package dev.multihoming.core.review;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.subject.OperatorNetworks;
import dev.multihoming.core.subject.VirtualMachine;
import java.util.List;
import java.util.stream.Stream;

/// What the rules of pods find in something that only will make pods: the same, at its own place.
final class TemplateFindings {
    private TemplateFindings() {}

    static List<Finding> ofWorkload(List<Finding> findings, String path) {
        return findings.stream().map(finding -> moved(finding, path + ".")).toList();
    }

    static List<Finding> ofMachine(List<Finding> findings, VirtualMachine machine) {
        return findings.stream()
                .map(finding -> moved(finding, machine.field("")))
                .toList();
    }

    /// A NAD's only field with findings is its config, and that is the operator's field here.
    static Stream<Finding> ofOperator(List<Finding> findings, OperatorNetworks.Made made) {
        String before = "network " + Quoted.of(made.nad().displayName()) + ": ";
        return findings.stream().map(finding -> {
            Violation seen = finding.violation();
            Location location = made.isWritten() ? seen.location().in(made.path()) : Location.of(made.path());
            return new Finding(finding.card(), new Violation(location, before + seen.fact(), seen.remedy()));
        });
    }

    private static Finding moved(Finding finding, String path) {
        Violation seen = finding.violation();
        Location location = seen.location().in(path + seen.location().field());
        return new Finding(finding.card(), new Violation(location, seen.fact(), seen.remedy()));
    }
}
