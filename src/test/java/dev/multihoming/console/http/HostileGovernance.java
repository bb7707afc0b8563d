package dev.multihoming.console.http;

import dev.multihoming.console.engine.Governance;
import java.util.List;

/// What is in force, written by people who try to run scripts, in every field that a page shows.
record HostileGovernance(String attack) implements Governance {
    @Override
    public State state(String namespace, int most) {
        List<String> texts = List.of(attack);
        return new State(
                List.of(new PolicyRow(attack, 0, attack, texts, attack, 1, attack)),
                2,
                List.of(new Governed(attack, attack, texts, texts, 1, 1)),
                List.of(new ExemptionRow(attack, texts, texts, attack, attack, -1)),
                texts);
    }

    @Override
    public String draft(Draft draft) {
        return "</textarea>" + attack;
    }
}
