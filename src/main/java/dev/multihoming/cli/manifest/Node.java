package dev.multihoming.cli.manifest;

import java.util.List;
import java.util.Optional;

/// A value of a manifest and where it stands in its source; offsets count UTF-16 units. What an alias refers to is one
/// node in several places.
public sealed interface Node {
    int start();

    int end();

    /// Every entry in the order of the text, also where a key stands twice.
    record Mapping(int start, int end, List<Entry> entries) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /// The entry that counts: the last with that key.
        public Optional<Entry> entry(String key) {
            for (Entry entry : entries.reversed()) {
                if (entry.key() instanceof Scalar scalar && scalar.text().equals(key)) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        }
    }

    /// A key is a [Scalar], unless the file is a template.
    record Entry(Node key, Node value) {}

    /// A list.
    record Sequence(int start, int end, List<Node> elements) implements Node {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    /// A string, a number, a boolean or nothing.
    ///
    /// @param text the value without quotes and escapes
    /// @param type what a reader of YAML takes it for
    record Scalar(int start, int end, Style style, Type type, String text) implements Node {}

    /// How a scalar is written; JSON has [#DOUBLE_QUOTED], and [#PLAIN] for all that is no string.
    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        LITERAL,
        FOLDED
    }

    /// What a scalar stands for.
    enum Type {
        STRING,
        BOOLEAN,
        NUMBER,
        NULL,
        /// The key `<<`, whose value's entries count as the mapping's own.
        MERGE
    }
}
