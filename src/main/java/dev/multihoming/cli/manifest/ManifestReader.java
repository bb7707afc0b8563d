package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.manifest.Node.Mapping;
import dev.multihoming.cli.manifest.Node.Scalar;
import dev.multihoming.cli.manifest.Node.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Reads the objects of a source, one after the other: documents of YAML or JSON, the items of Lists.
public final class ManifestReader {
    /// A mapping whose key is a mapping is how YAML reads `{{ .Values.name }}`.
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);

    private final Source source;
    private final String defaultNamespace;
    private final Expansion expansion;
    private final Consumer<ManifestDocument> visitor;
    private int shown;

    private ManifestReader(Source source, String defaultNamespace, Consumer<ManifestDocument> visitor) {
        this.source = source;
        this.expansion = new Expansion(source.text().length());
        this.defaultNamespace = defaultNamespace;
        this.visitor = visitor;
    }

    /// Shows every piece of `source` to `visitor`, which sees one at a time. `defaultNamespace` is of objects
    /// that name none.
    public static void read(Source source, String defaultNamespace, Consumer<ManifestDocument> visitor) {
        new ManifestReader(source, defaultNamespace, visitor).read();
    }

    private void read() {
        try {
            Optional<List<Node>> json = JsonDocument.read(source.text());
            if (json.isPresent()) {
                for (Node document : json.get()) {
                    document(document);
                }
                return;
            }
            YamlDocuments documents = new YamlDocuments(source.text());
            for (Optional<Node> next = documents.next(); next.isPresent(); next = documents.next()) {
                document(next.get());
            }
        } catch (Unreadable e) {
            int start = Math.min(e.offset(), Math.max(0, source.text().length() - 1));
            show(new ManifestDocument.Broken(
                    TokenSpan.at(source, start),
                    e.fact(),
                    TEMPLATE.matcher(source.text()).find()));
        }
    }

    private void show(ManifestDocument piece) {
        shown++;
        visitor.accept(piece);
    }

    private void document(Node document) throws Unreadable {
        if (document instanceof Mapping mapping && !text(mapping, "kind").isEmpty()) {
            object(mapping, text(mapping, "apiVersion"), text(mapping, "kind"));
        } else if (document instanceof Sequence list && list.elements().stream().anyMatch(ManifestReader::isObject)) {
            for (Node element : list.elements()) {
                item(element, "", "");
            }
        } else if (!isEmpty(document)) {
            foreign(document);
        }
    }

    /// An array of objects, as tools that print JSON write it.
    private static boolean isObject(Node element) {
        return element instanceof Mapping mapping && !text(mapping, "kind").isEmpty();
    }

    private void foreign(Node document) throws Unreadable {
        show(new ManifestDocument.Foreign(TokenSpan.at(source, document.start()), expansion.of(document)));
    }

    /// Between two `---` with nothing but comments.
    private static boolean isEmpty(Node document) {
        return document instanceof Scalar scalar && scalar.text().isEmpty();
    }

    private void object(Mapping mapping, String apiVersion, String kind) throws Unreadable {
        Node items = mapping.entry("items").map(Node.Entry::value).orElse(null);
        if (kind.endsWith("List") && items instanceof Sequence list) {
            for (Node item : list.elements()) {
                item(item, apiVersion, kind.substring(0, kind.length() - "List".length()));
            }
        } else if (apiVersion.isEmpty()) {
            foreign(mapping);
        } else {
            JsonNode object = expansion.of(mapping);
            show(new ManifestDocument.OfKubernetes(new Manifest(source, shown, mapping, object, namespace(object))));
        }
    }

    /// What the API server lists of one kind says so only of the whole list.
    private void item(Node item, String listVersion, String listed) throws Unreadable {
        if (!(item instanceof Mapping mapping)) {
            foreign(item);
            return;
        }
        String kind = text(mapping, "kind");
        if (!kind.isEmpty() || listed.isEmpty()) {
            object(mapping, text(mapping, "apiVersion"), kind);
            return;
        }
        if (expansion.of(mapping) instanceof ObjectNode object) {
            object.put("apiVersion", listVersion).put("kind", listed);
            show(new ManifestDocument.OfKubernetes(new Manifest(source, shown, mapping, object, namespace(object))));
        }
    }

    private String namespace(JsonNode object) {
        if (ClusterScoped.is(object)) {
            return "";
        }
        String own = object.at("/metadata/namespace").asText("");
        return own.isEmpty() ? defaultNamespace : own;
    }

    private static String text(Mapping mapping, String key) {
        return mapping.entry(key)
                .map(Node.Entry::value)
                .map(value -> value instanceof Scalar scalar ? scalar.text() : "")
                .orElse("");
    }
}
