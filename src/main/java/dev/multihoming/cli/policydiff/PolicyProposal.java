package dev.multihoming.cli.policydiff;

import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What to change of the policies and exemptions.
///
/// @param given policies and exemptions to add, or to put in place of those of the same name
/// @param removed names of those to remove
/// @param modes of rules, in every policy
public record PolicyProposal(PolicyObjects given, List<String> removed, Map<Card, Mode> modes) {
    public PolicyProposal {
        removed = List.copyOf(removed);
        modes = Map.copyOf(modes);
    }

    /// Whether it changes nothing.
    public boolean isEmpty() {
        return given.isEmpty() && removed.isEmpty() && modes.isEmpty();
    }

    /// The policies and exemptions as they would be.
    ///
    /// @throws dev.multihoming.cli.manifest.CannotRun for a name that does not exist, and a rule that does not
    public PolicyObjects applyTo(PolicyObjects current) {
        given.all().forEach(OpenRules::check);
        PolicyObjects proposed = current.with(given);
        for (String name : removed) {
            proposed = proposed.without(name);
        }
        return proposed.withModes(modes);
    }

    /// What it changes of them, in words; empty where it changes nothing.
    public String words(PolicyObjects current) {
        List<String> changes = new ArrayList<>();
        given.titles().forEach(title -> changes.add((current.has(title) ? "replaces " : "adds ") + title));
        removed.forEach(name -> changes.add("removes " + name));
        modes(changes);
        return String.join(", ", changes);
    }

    private void modes(List<String> changes) {
        Map<Mode, Long> counts =
                modes.values().stream().collect(Collectors.groupingBy(mode -> mode, Collectors.counting()));
        if (modes.size() > 5) {
            counts.forEach((mode, count) -> changes.add(count + " rules=" + mode.word()));
        } else {
            modes.entrySet().stream()
                    .map(rule -> rule.getKey().code() + "=" + rule.getValue().word())
                    .sorted()
                    .forEach(changes::add);
        }
    }
}
