package dev.multihoming.cli.manifest;

import dev.multihoming.cli.manifest.Node.Style;
import java.util.List;
import java.util.Random;

/// Makes configs of bridges, spaced and broken as people do, and writes them in a style of YAML.
final class RandomConfig {
    private final Random random;

    RandomConfig(Random random) {
        this.random = random;
    }

    String written(Style style) {
        String json = json(style);
        String indented = json.replace("\n", "\n    ");
        String chomping = List.of("", "-", "+").get(random.nextInt(3));
        return switch (style) {
            case PLAIN -> "w %s%n".formatted(json.replace("\n", " "));
            case SINGLE_QUOTED -> "'%s'%n".formatted(indented.replace("'", "''"));
            case DOUBLE_QUOTED -> "\"%s\"%n".formatted(escaped(json, indented).replace("\"", "\\\""));
            case LITERAL -> "|%s%n    %s%n".formatted(chomping, indented);
            case FOLDED -> ">%s%n    %s%n".formatted(chomping, indented);
        };
    }

    private String escaped(String json, String indented) {
        return random.nextBoolean() ? json.replace("\n", "\\n") : indented;
    }

    private String json(Style style) {
        String colon = List.of(": ", ":", " : ").get(style == Style.PLAIN ? 1 : random.nextInt(3));
        String gap = List.of(" ", "", "\n  ", "\n\n  ", "\n    ").get(random.nextInt(5));
        String name = List.of("br1", "br-é", "it's", "#1").get(random.nextInt(4));
        String end = gap.startsWith("\n") && random.nextBoolean() ? "\n" : "";
        return "{" + (gap.isBlank() && gap.length() > 1 ? gap : "") + "\"cniVersion\"" + colon + "\"0.3.1\"," + gap
                + "\"type\"" + colon + "\"bridge\"," + gap + "\"bridge\"" + colon + '"' + name + '"' + end + "}";
    }
}
