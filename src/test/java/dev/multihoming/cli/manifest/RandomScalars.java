package dev.multihoming.cli.manifest;

import dev.multihoming.cli.manifest.Node.Style;
import java.util.List;
import java.util.Random;

/// Makes YAML documents with one scalar, `key`, in every style that people write and in some that nobody should.
final class RandomScalars {
    private static final List<String> WORDS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            "\"type\":",
            "bridge",
            "a",
            "net1",
            "br-0",
            "é",
            "中",
            "😀",
            "x@y",
            "0",
            "//",
            "q r",
            ":",
            "#");

    private final Random random;
    private final String lineEnd;

    RandomScalars(Random random) {
        this.random = random;
        this.lineEnd = random.nextInt(4) == 0 ? "\r\n" : "\n";
    }

    String document(Style style) {
        String properties = random.nextInt(8) == 0 ? "&anchor " : random.nextInt(8) == 0 ? "!!str " : "";
        return "# a comment" + lineEnd + "before: 😀" + lineEnd + "map:" + lineEnd + "  key: " + properties
                + switch (style) {
                    case PLAIN -> "w" + folded("w" + word(), "    ");
                    case SINGLE_QUOTED -> "'" + folded(word().replace("'", "''") + "''", "    ") + "'";
                    case DOUBLE_QUOTED -> "\"" + folded(escaped(), "    ") + "\"";
                    case LITERAL -> block("|");
                    case FOLDED -> block(">");
                }
                + lineEnd + "  after: 1" + lineEnd;
    }

    private String folded(String word, String indent) {
        StringBuilder text = new StringBuilder(word);
        for (int i = random.nextInt(6); i > 0; i--) {
            if (random.nextInt(3) == 0) {
                text.append(random.nextBoolean() ? " " : "");
                for (int breaks = 1 + random.nextInt(3); breaks > 0; breaks--) {
                    text.append(lineEnd).append(random.nextBoolean() ? "  " : "");
                }
                text.append(indent);
            } else {
                text.append(' ');
            }
            text.append(random.nextBoolean() ? word : "w");
        }
        return text.toString();
    }

    private String escaped() {
        return switch (random.nextInt(8)) {
            case 0 -> "\\\"a\\\"";
            case 1 -> "\\n  \\\"b\\\"";
            case 2 -> "\\t\\u00e9\\x41";
            case 3 -> "\\U0001F600c";
            case 4 -> "\\uD83D\\uDE00d";
            case 5 -> "\\\\\\/e";
            case 6 -> "f\\" + lineEnd + "      g";
            default -> word().replace("\"", "\\\"");
        };
    }

    private String block(String indicator) {
        int indent = 3 + random.nextInt(4);
        boolean explicit = random.nextBoolean();
        StringBuilder text = new StringBuilder(indicator)
                .append(explicit ? Integer.toString(indent - 2) : "")
                .append(List.of("", "-", "+").get(random.nextInt(3)))
                .append(random.nextInt(4) == 0 ? " # why" : "");
        boolean isFirst = true;
        for (int lines = 1 + random.nextInt(6); lines > 0; lines--) {
            text.append(lineEnd);
            if (random.nextInt(5) == 0) {
                continue;
            }
            int deeper = isFirst && !explicit ? 0 : random.nextInt(3) * 2;
            isFirst = false;
            text.append(" ".repeat(indent + deeper)).append(word()).append(' ').append(word());
            text.append(random.nextInt(6) == 0 ? "  " : "");
        }
        return text.toString();
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
