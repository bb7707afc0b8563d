package dev.multihoming.console.http;

import dev.multihoming.console.engine.PolicyChanges;
import java.util.List;
import java.util.Optional;

/// Policies whose author tries to run scripts, in every field that a page shows.
record HostilePolicies(String attack) implements PolicyChanges {
    @Override
    public Existing existing() {
        return new Existing(List.of(new Name(attack, attack)), List.of(attack));
    }

    @Override
    public Optional<String> text(Name policy) {
        return Optional.of("</textarea>" + attack);
    }

    @Override
    public Outcome whatIf(Proposal proposal, int most) {
        List<String> texts = List.of(attack);
        Section section = new Section(attack, texts, 2, List.of(new Row(texts, attack, attack)));
        return new Outcome(attack, attack, List.of(section), texts, attack, attack);
    }

    @Override
    public String csv(Proposal proposal) {
        return attack;
    }
}
