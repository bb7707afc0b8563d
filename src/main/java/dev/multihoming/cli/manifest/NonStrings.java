package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.manifest.Node.Mapping;
import dev.multihoming.cli.manifest.Node.Scalar;
import dev.multihoming.cli.manifest.Node.Sequence;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Annotations of Multus and configs that YAML reads as something else than a string. The API server refuses them
/// before it calls any webhook.
public final class NonStrings {
    /// What such a problem is called, in place of a rule.
    public static final String NAME = "not-a-string";

    /// What all annotations of Multus have in their keys.
    private static final List<String> PREFIXES = List.of("k8s.v1.cni.cncf.io/", "v1.multus-cni.io/");

    private static final int MAX_SHOWN = 120;

    private final Source source;
    private final List<Problem> found = new ArrayList<>();

    private NonStrings(Source source) {
        this.source = source;
    }

    static List<Problem> in(Manifest manifest) {
        NonStrings values = new NonStrings(manifest.source());
        values.look(manifest.node());
        if (manifest.kind().equals("NetworkAttachmentDefinition") && manifest.node() instanceof Mapping nad) {
            nad.entry("spec")
                    .map(Node.Entry::value)
                    .filter(Mapping.class::isInstance)
                    .flatMap(spec -> ((Mapping) spec).entry("config"))
                    .ifPresent(values::judge);
        }
        return values.found;
    }

    /// Templates have annotations of their own.
    private void look(Mapping mapping) {
        for (Node.Entry entry : mapping.entries()) {
            if (entry.value() instanceof Mapping inner) {
                if (isKey(entry.key(), "annotations"::equals)) {
                    inner.entries().stream()
                            .filter(annotation -> isKey(
                                    annotation.key(), key -> PREFIXES.stream().anyMatch(key::startsWith)))
                            .forEach(this::judge);
                } else {
                    look(inner);
                }
            }
        }
    }

    private void look(Node node) {
        if (node instanceof Mapping mapping) {
            look(mapping);
        }
    }

    private static boolean isKey(Node node, Predicate<String> matches) {
        return node instanceof Scalar key && matches.test(key.text());
    }

    private void judge(Node.Entry entry) {
        kind(entry.value()).ifPresent(kind -> {
            Node key = entry.key();
            found.add(new Problem(
                    Effect.DENIED,
                    "",
                    NAME,
                    "the value of %s is %s".formatted(Quoted.of(((Scalar) key).text()), kind),
                    "the API server takes only a string here",
                    remedy(entry.value()),
                    "",
                    "",
                    new SourceSpan(
                            source,
                            key.start(),
                            Math.max(key.end(), entry.value().end()))));
        });
    }

    /// Empty for strings, and for nothing at all, which the API server takes for an empty one.
    private static Optional<String> kind(Node value) {
        return switch (value) {
            case Mapping _ -> Optional.of("a YAML mapping");
            case Sequence _ -> Optional.of("a YAML list");
            case Scalar scalar -> {
                JsonNode json = ScalarValue.of(scalar);
                yield json.isNumber()
                        ? Optional.of("a number")
                        : json.isBoolean() ? Optional.of("a boolean") : Optional.empty();
            }
        };
    }

    private static String remedy(Node value) {
        if (value instanceof Scalar scalar) {
            return "Quote it: \"%s\"".formatted(scalar.text());
        }
        String advice = "Write it as JSON in quotes, or on the lines below \"|-\"";
        try {
            String json = new Expansion(value.end() - value.start())
                    .of(value)
                    .toString()
                    .replace("'", "''");
            return json.length() > MAX_SHOWN ? advice : "%s: '%s'".formatted(advice, json);
        } catch (Unreadable _) {
            return advice;
        }
    }
}
