package dev.multihoming.cli.manifest;

import dev.multihoming.cli.manifest.Node.Scalar;
import dev.multihoming.cli.manifest.Node.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/// The documents of a YAML stream, one at a time.
///
/// Composed and never constructed: no tag of a document makes an object here, and what an alias refers to is not
/// copied.
final class YamlDocuments {
    /// As SnakeYAML writes it in a message.
    private static final String TAB = "\\t(TAB)";

    /// Deeper than any manifest, and bearable for recursion.
    private static final int MAX_DEPTH = 100;

    /// Aliases of mappings and sequences in one document. What they come to in all is bounded by [Expansion].
    private static final int MAX_ALIASES = 1_000;

    /// At the beginning of a document that came from a file of its own.
    private static final Pattern BYTE_ORDER_MARK = Pattern.compile("(?m)(^---[ \\t]*)(\\r?\\n)\\uFEFF");

    private final Composer composer;
    private final CodePoints offsets;
    private final IdentityHashMap<org.yaml.snakeyaml.nodes.Node, Node> known = new IdentityHashMap<>();
    private final Set<org.yaml.snakeyaml.nodes.Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

    /// Has looked at nothing yet.
    YamlDocuments(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.composer =
                new Composer(new ParserImpl(new StreamReader(withoutMarks(text)), options), new KubectlTags(), options);
        this.offsets = CodePoints.of(text);
    }

    /// As kubectl leaves them out; the text stays as long.
    private static String withoutMarks(String text) {
        return text.indexOf('\uFEFF') < 0 ? text : BYTE_ORDER_MARK.matcher(text).replaceAll("$1 $2");
    }

    /// The next one; empty after the last.
    Optional<Node> next() throws Unreadable {
        try {
            if (!composer.checkNode()) {
                return Optional.empty();
            }
            known.clear();
            return Optional.of(node(composer.getNode()));
        } catch (MarkedYAMLException e) {
            throw new Unreadable(offset(e), fact(e));
        } catch (ReaderException e) {
            throw new Unreadable(
                    offsets.unit(e.getPosition()),
                    "the character U+%04X, which YAML does not have".formatted(e.getCodePoint()));
        } catch (YAMLException e) {
            throw new Unreadable(0, String.valueOf(e.getMessage()));
        }
    }

    private int offset(MarkedYAMLException e) {
        Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        return mark == null ? 0 : offsets.unit(mark.getIndex());
    }

    private static String fact(MarkedYAMLException e) {
        String problem = e.getProblem() == null ? "it cannot be read" : e.getProblem();
        if (problem.contains(TAB) && e.getProblemMark() != null) {
            return (isIndentation(e.getProblemMark())
                            ? "line %d is indented with a tab; YAML takes spaces"
                            : "line %d has a tab before a value; kubectl takes it, other readers of YAML take only spaces")
                    .formatted(e.getProblemMark().getLine() + 1);
        }
        return e.getContext() == null ? problem : e.getContext() + ", " + problem;
    }

    private static boolean isIndentation(Mark tab) {
        int[] text = tab.getBuffer();
        int start = Math.max(0, tab.getPointer() - tab.getColumn());
        return Arrays.stream(text, start, tab.getPointer()).allMatch(Character::isWhitespace);
    }

    private Node node(org.yaml.snakeyaml.nodes.Node composed) throws Unreadable {
        if (composed instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        Node before = known.get(composed);
        if (before != null) {
            return before;
        }
        if (!open.add(composed)) {
            throw new Unreadable(start(composed), "an alias inside of what it stands for");
        }
        Node node = composed instanceof MappingNode mapping ? mapping(mapping) : sequence((SequenceNode) composed);
        open.remove(composed);
        known.put(composed, node);
        return node;
    }

    private Node mapping(MappingNode mapping) throws Unreadable {
        List<Node.Entry> entries = new ArrayList<>(mapping.getValue().size());
        for (NodeTuple tuple : mapping.getValue()) {
            entries.add(new Node.Entry(node(tuple.getKeyNode()), node(tuple.getValueNode())));
        }
        return new Node.Mapping(start(mapping), end(mapping), entries);
    }

    private Node sequence(SequenceNode sequence) throws Unreadable {
        List<Node> elements = new ArrayList<>(sequence.getValue().size());
        for (org.yaml.snakeyaml.nodes.Node element : sequence.getValue()) {
            elements.add(node(element));
        }
        return new Node.Sequence(start(sequence), end(sequence), elements);
    }

    private Scalar scalar(ScalarNode scalar) {
        return new Scalar(start(scalar), end(scalar), style(scalar), type(scalar.getTag()), scalar.getValue());
    }

    private static Style style(ScalarNode scalar) {
        return switch (scalar.getScalarStyle()) {
            case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
            case LITERAL -> Style.LITERAL;
            case FOLDED -> Style.FOLDED;
            case PLAIN, JSON_SCALAR_STYLE -> Style.PLAIN;
        };
    }

    private static Node.Type type(@Nullable Tag tag) {
        if (Tag.BOOL.equals(tag)) {
            return Node.Type.BOOLEAN;
        }
        if (Tag.INT.equals(tag) || Tag.FLOAT.equals(tag)) {
            return Node.Type.NUMBER;
        }
        if (Tag.NULL.equals(tag)) {
            return Node.Type.NULL;
        }
        return Tag.MERGE.equals(tag) ? Node.Type.MERGE : Node.Type.STRING;
    }

    private int start(org.yaml.snakeyaml.nodes.Node node) {
        return offsets.unit(node.getStartMark().getIndex());
    }

    private int end(org.yaml.snakeyaml.nodes.Node node) {
        return offsets.unit(node.getEndMark().getIndex());
    }

    /// Of texts without quotes and without tag.
    private static final class KubectlTags extends Resolver {
        @Override
        public Tag resolve(NodeId kind, String value, boolean implicit) {
            if (kind != NodeId.scalar || !implicit) {
                return super.resolve(kind, value, implicit);
            }
            return switch (PlainScalar.type(value)) {
                case STRING -> Tag.STR;
                case BOOLEAN -> Tag.BOOL;
                case NUMBER -> Tag.FLOAT;
                case NULL -> Tag.NULL;
                case MERGE -> Tag.MERGE;
            };
        }
    }
}
