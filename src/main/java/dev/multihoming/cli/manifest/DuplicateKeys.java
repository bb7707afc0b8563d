package dev.multihoming.cli.manifest;

import dev.multihoming.cli.manifest.Node.Mapping;
import dev.multihoming.cli.manifest.Node.Scalar;
import dev.multihoming.cli.manifest.Node.Sequence;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Effect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keys that stand twice in a mapping. No server ever sees the first: it is dropped when JSON is made of the YAML.
public final class DuplicateKeys {
    /// What such a problem is called, in place of a rule.
    public static final String NAME = "duplicate-key";

    private final Source source;
    private final List<Problem> found = new ArrayList<>();
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private DuplicateKeys(Source source) {
        this.source = source;
    }

    public static List<Problem> in(Manifest manifest) {
        DuplicateKeys keys = new DuplicateKeys(manifest.source());
        keys.look(manifest.node());
        return keys.found;
    }

    private void look(Node node) {
        switch (node) {
            case Mapping mapping -> {
                if (seen.add(mapping)) {
                    keys(mapping);
                }
            }
            case Sequence sequence -> {
                if (seen.add(sequence)) {
                    sequence.elements().forEach(this::look);
                }
            }
            case Scalar _ -> {}
        }
    }

    private void keys(Mapping mapping) {
        Map<String, Scalar> keys = HashMap.newHashMap(mapping.entries().size());
        for (Node.Entry entry : mapping.entries()) {
            if (entry.key() instanceof Scalar key) {
                Scalar before = keys.putIfAbsent(key.text(), key);
                if (before != null && key.type() != Node.Type.MERGE) {
                    found.add(problem(key, before));
                }
            }
            look(entry.value());
        }
    }

    private Problem problem(Scalar key, Scalar before) {
        String fact = "the key %s stands here and in line %d"
                .formatted(
                        Quoted.of(key.text()), source.position(before.start()).line());
        return new Problem(
                Effect.WARNED,
                "",
                NAME,
                fact,
                "only the last value of a key counts, without any message about the others",
                "Keep one of them",
                "",
                "",
                new SourceSpan(source, key.start(), key.end()));
    }
}
