package dev.multihoming.console.http;

import dev.multihoming.console.engine.Attachments;
import dev.multihoming.console.engine.Engine.Finding;
import java.util.List;
import java.util.Optional;

/// Networks and workloads of a tenant who tries to run scripts, in every field that a page shows.
record HostileAttachments(String attack) implements Attachments {
    @Override
    public Optional<Details> network(String namespace, String name) {
        return Optional.of(new Details(
                target(),
                attack,
                List.of(new Fact(attack, attack)),
                table(),
                List.of(new Finding(1, 1, attack, attack, attack, attack, attack)),
                List.of(new Segment(attack, List.of(attack)), new Segment(attack, List.of())),
                List.of(new User(target(), 1)),
                table().lines(),
                List.of(attack),
                "</pre>" + attack,
                List.of(attack)));
    }

    @Override
    public Workloads workloads(Filter filter) {
        Interface one = new Interface(attack, attack, attack, attack, attack);
        List<String> texts = List.of(attack);
        return new Workloads(
                3,
                List.of(
                        new Workload(target(), attack, texts, List.of(one), true, texts, 1, attack),
                        new Workload(target(), "", texts, List.of(one), false, texts, 2, attack)),
                texts);
    }

    @Override
    public Optional<String> manifest(Target target) {
        return Optional.of("</textarea>" + attack);
    }

    @Override
    public List<String> choices(String namespace) {
        return List.of(attack);
    }

    @Override
    public String attach(String text, Target target, Selection selection) {
        return attack;
    }

    @Override
    public Interfaces interfaces(String text, Target target) {
        return table();
    }

    private Target target() {
        return new Target(attack, attack, attack);
    }

    private Interfaces table() {
        return new Interfaces(List.of(List.of(attack, attack), List.of(attack, attack)), List.of(attack));
    }
}
