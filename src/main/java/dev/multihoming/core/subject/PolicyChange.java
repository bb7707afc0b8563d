package dev.multihoming.core.subject;

import java.util.List;

/// A policy or an exemption that a request writes or deletes, as far as its schema cannot judge it.
///
/// @param kind `MultiHomingPolicy` or `MultiHomingExemption`
/// @param facts what stands out, each with its topic
public record PolicyChange(String kind, String displayName, List<Fact> facts) implements Subject {
    public PolicyChange {
        facts = List.copyOf(facts);
    }

    /// What a fact is about: each has a rule of its own.
    public enum Topic {
        /// An exemption ends in the past.
        ENDED,
        /// A policy extends itself.
        CIRCULAR,
        /// A policy extends one that does not exist.
        PARENT_MISSING,
        /// Tenants may be able to choose what it is for.
        SETTABLE_BY_AUTHORS,
        /// A rule is named by its code and by its name.
        NAMED_TWICE,
        /// Other policies extend the one that is deleted.
        STILL_EXTENDED,
        /// A field can fit nothing.
        NEVER_MATCHES,
        /// Others can make requests as those who are exempt.
        IMPERSONABLE,
        /// An exemption leaves out objects that are made of the one it names.
        PARTIAL,
        /// It enforces what the policy before it only audits or warns about.
        STRICTER
    }

    /// One of them.
    ///
    /// @param field where it is written
    /// @param text a clause for a person
    /// @param remedy a sentence without its full stop
    public record Fact(Topic topic, String field, String text, String remedy) {}

    /// Those about that topic.
    public List<Fact> about(Topic topic) {
        return facts.stream().filter(fact -> fact.topic() == topic).toList();
    }

    /// It is the cluster's.
    @Override
    public String namespace() {
        return "";
    }
}
