package dev.multihoming.cli.command;

import dev.multihoming.console.engine.Topology;

/// Answers the console about networks seen together, with what the command `networks` does.
record ConsoleTopology(ConsoleRequests requests) implements Topology {
    @Override
    public Segments segments(Filter filter) {
        return requests.asked(() -> {
            Segments all = new ConsoleSegments(requests.judging(), requests.readableFiles()).of(filter);
            return new Segments(
                    all.heads(),
                    all.segments(),
                    all.networks(),
                    all.shown(),
                    all.remarks(),
                    requests.withGaps(all.notices()));
        });
    }
}
