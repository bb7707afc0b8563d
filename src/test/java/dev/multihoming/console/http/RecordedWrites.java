package dev.multihoming.console.http;

import dev.multihoming.console.engine.Writes;
import java.util.ArrayList;
import java.util.List;

/// Plans the same write each time, and keeps what is written.
final class RecordedWrites implements Writes {
    private final int most;
    private final List<Change> written = new ArrayList<>();
    private int asked;

    RecordedWrites(int most) {
        this.most = most;
    }

    @Override
    public int most() {
        return most;
    }

    Change change() {
        return new Change("cluster", Verb.CREATE, "shop", "storage", "{\"kind\":1}", "", "");
    }

    List<Change> written() {
        return List.copyOf(written);
    }

    /// How often anything was asked of it.
    int asked() {
        return asked;
    }

    @Override
    public Result plan(String text) {
        asked++;
        return new Planned(change(), "", "a: 1\n", "a: 1\nb: 2\n", List.of(), List.of(), List.of());
    }

    @Override
    public Result planDeletion(String namespace, String name) {
        asked++;
        return NotWritten.because("no");
    }

    @Override
    public Result write(Change given) {
        asked++;
        written.add(given);
        return new Written(given, "", "", List.of());
    }
}
