package dev.multihoming.console.engine;

import java.util.List;
import java.util.Optional;

/// Policies and exemptions, and what a change of them does to existing objects. Nothing is told of objects that the
/// caller may not list.
public interface PolicyChanges {
    /// The policies and exemptions of the files and of the cluster.
    Existing existing();

    /// The YAML of one of them, as its author would write it; empty for one that is not there.
    Optional<String> text(Name policy);

    /// What `multihoming policy diff` says of a proposal.
    ///
    /// @param most rows that each table has at most
    /// @throws Engine.Refused for a proposal that changes nothing, or that the webhook would deny
    Outcome whatIf(Proposal proposal, int most);

    /// The same for spreadsheets: a line for each object and rule.
    String csv(Proposal proposal);

    /// A policy or an exemption.
    record Name(String kind, String name) {}

    /// Those that are there, in order.
    ///
    /// @param notices what could not be read, sentences
    record Existing(List<Name> names, List<String> notices) {
        public Existing {
            names = List.copyOf(names);
            notices = List.copyOf(notices);
        }
    }

    /// What to change.
    ///
    /// @param text policies and exemptions that are added, or replace those of the same kind and name; can be empty
    /// @param rule whose mode changes in all policies: a code, a name or `*`; empty for none
    /// @param mode that it gets
    /// @param without name of a policy or an exemption that is removed; empty for none
    /// @param namespace whose objects are judged; empty for all
    /// @param notInstalled whether nothing is enforced now
    record Proposal(String text, String rule, String mode, String without, String namespace, boolean notInstalled) {}

    /// What becomes of existing objects.
    ///
    /// @param current what the current policies are, in words
    /// @param proposed what they would be
    /// @param gaps what could not be seen, sentences
    /// @param command that prints the same
    record Outcome(
            String current,
            String proposed,
            List<Section> sections,
            List<String> gaps,
            String summary,
            String command) {
        public Outcome {
            sections = List.copyOf(sections);
            gaps = List.copyOf(gaps);
        }
    }

    /// A table of it.
    ///
    /// @param total how many rows there are
    /// @param rows the first of them
    record Section(String title, List<String> heads, int total, List<Row> rows) {
        public Section {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /// A row of it.
    ///
    /// @param rule code of the rule that it is about; empty for none
    /// @param message about the first of its objects; empty for none
    record Row(List<String> cells, String rule, String message) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
