package dev.multihoming.console.http;

import dev.multihoming.console.engine.Attachments.Target;
import dev.multihoming.console.engine.Overview;
import dev.multihoming.console.engine.Topology;
import java.util.List;

/// Networks of a tenant who tries to run scripts, in every field that a page shows.
record HostileTopology(String attack) implements Topology {
    @Override
    public Segments segments(Filter filter) {
        List<String> texts = List.of(attack, attack);
        Line line = new Line(new Target(attack, attack, attack), true, texts);
        return new Segments(
                List.of("NETWORK", "OVERLAPS"), 3, 5, List.of(new Segment(attack, 2, List.of(line))), texts, texts);
    }

    static Overview overview(String attack) {
        List<String> texts = List.of(attack);
        return new Overview(
                new Overview.Networks(1, 1, 1, 1),
                new Overview.Findings(
                        1,
                        1,
                        1,
                        texts,
                        1,
                        List.of(new Overview.Rule(attack, attack, attack, 1, List.of(1))),
                        List.of(new Overview.Worst(new Target(attack, attack, attack), 1, texts))),
                List.of(new Overview.Part(attack, attack, attack, attack)),
                texts);
    }
}
