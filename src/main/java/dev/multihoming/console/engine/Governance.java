package dev.multihoming.console.engine;

import java.util.List;

/// Which policy governs which namespace and why, and what is exempt. Nothing is told of namespaces that the caller may
/// not list.
public interface Governance {
    /// What is in force now.
    ///
    /// @param namespace the only one that is asked about; empty for all
    /// @param most namespaces that are shown
    State state(String namespace, int most);

    /// The YAML of a new policy or exemption.
    ///
    /// @throws Engine.Refused for values that make none
    String draft(Draft draft);

    /// Policies and exemptions that are in force.
    ///
    /// @param namespaces how many are known
    /// @param governed the first of them, by name
    /// @param notices what could not be read, sentences
    record State(
            List<PolicyRow> policies,
            int namespaces,
            List<Governed> governed,
            List<ExemptionRow> exemptions,
            List<String> notices) {
        public State {
            policies = List.copyOf(policies);
            governed = List.copyOf(governed);
            exemptions = List.copyOf(exemptions);
            notices = List.copyOf(notices);
        }
    }

    /// A policy, in the order in which they govern.
    ///
    /// @param selects the namespaces that it is for, in words
    /// @param modes of rules, such as `* Audit`
    /// @param parent the policy that it extends; empty for none
    /// @param governs how many of the known namespaces
    /// @param fault why it cannot be in force as written; empty where it can
    record PolicyRow(
            String name, int priority, String selects, List<String> modes, String parent, int governs, String fault) {
        public PolicyRow {
            modes = List.copyOf(modes);
        }
    }

    /// A namespace and its policy.
    ///
    /// @param policy that governs it; empty for the built-in one
    /// @param because why that one, clauses
    /// @param others that are for it too, and have no effect
    /// @param enforced rules that deny
    /// @param exemptions that hold in it now
    record Governed(
            String namespace, String policy, List<String> because, List<String> others, int enforced, int exemptions) {
        public Governed {
            because = List.copyOf(because);
            others = List.copyOf(others);
        }
    }

    /// An exemption, the first to end first.
    ///
    /// @param rules by code or name
    /// @param subjects for what and for whom, in words
    /// @param end a date in UTC, the earliest that a policy or the exemption itself sets in its namespaces
    /// @param daysLeft until then; negative where it has ended
    record ExemptionRow(
            String name, List<String> rules, List<String> subjects, String reason, String end, long daysLeft) {
        public ExemptionRow {
            rules = List.copyOf(rules);
            subjects = List.copyOf(subjects);
        }
    }

    /// A policy or an exemption to be written. Lists are separated by commas or spaces.
    sealed interface Draft {
        /// What most policies say.
        ///
        /// @param selector a label such as `tenant=blue`; empty for none
        /// @param mode of all rules; empty for those that they have
        /// @param enforced rules that deny
        /// @param segments that networks may be on; empty for all
        record OfPolicy(
                String name,
                String namespaces,
                String selector,
                String mode,
                String enforced,
                String segments,
                String owner)
                implements Draft {}

        /// What most exemptions say.
        ///
        /// @param objects as `Kind/name`, or `Kind/prefix*`
        /// @param groups whose requests are exempt; empty for all requesters
        /// @param days from now until it ends
        record OfExemption(
                String name,
                String rules,
                String namespaces,
                String objects,
                String groups,
                String reason,
                String owner,
                String days)
                implements Draft {}
    }
}
