package dev.multihoming.core.multus;

import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.TextPositions;
import dev.multihoming.core.schema.SchemaViolation;
import java.util.List;
import java.util.function.Function;

/// Reads a networks annotation exactly as Multus does (node-behavior.md#text-read-as-json, #shorthand-list,
/// #json-elements).
///
/// Three things are left to rules, because they are the same in both forms: which interface names can be had
/// ([InterfaceName]), how many elements there may be, and how many default routes.
public final class NetworkSelectionsReader {
    /// What Kubernetes keeps in all annotations of one object, in bytes; a text has at least as many as it has units.
    private static final int MAX_LENGTH = 256 * 1024;

    /// For all: what a text says depends on nothing but the text.
    private static final RecentTexts<NetworkSelections> RECENT = recent(NetworkSelectionsReader::readWhole);

    /// In characters, and in elements; what people write has some hundred, and few. All that is remembered stays
    /// below a MiB or two.
    private static final int MAX_REMEMBERED = 1024;

    private static final int MAX_REMEMBERED_ELEMENTS = 16;

    private NetworkSelectionsReader() {}

    /// `text` is the annotation's value, not empty.
    public static NetworkSelections read(String text) {
        return text.length() > MAX_LENGTH ? tooLong(text) : RECENT.read(text);
    }

    /// The last texts as that reader reads them. Those that Multus refuses are left out: their violations have
    /// a length of their own.
    static RecentTexts<NetworkSelections> recent(Function<String, NetworkSelections> reader) {
        return new RecentTexts<>(
                256,
                MAX_REMEMBERED,
                reader,
                selections -> selections.isClear() && selections.count() <= MAX_REMEMBERED_ELEMENTS);
    }

    /// However long it is.
    static NetworkSelections readWhole(String text) {
        if (YamlList.isWritten(text)) {
            return unread(text, YamlList.violation(text));
        }
        return isJson(text) ? new JsonSelectionsReader(text).read() : new ShorthandReader(text).read();
    }

    /// The API server refuses it too, but only after the mutating webhooks.
    private static NetworkSelections tooLong(String text) {
        SchemaViolation violation = new SchemaViolation(
                SchemaViolation.Kind.SYNTAX,
                JsonPath.ROOT,
                SchemaViolation.WHOLE,
                "%d characters, more than Kubernetes keeps in all annotations of an object".formatted(text.length()),
                "Shorten it; nothing else of it was judged");
        return unread(text, violation);
    }

    private static NetworkSelections unread(String text, SchemaViolation violation) {
        return new NetworkSelections(
                new TextPositions(text),
                NetworkSelections.Form.SHORTHAND,
                0,
                List.of(),
                false,
                List.of(violation),
                List.of());
    }

    /// Multus looks for these three anywhere in the text (node-behavior.md#text-read-as-json).
    private static boolean isJson(String text) {
        return text.indexOf('[') >= 0 || text.indexOf('{') >= 0 || text.indexOf('"') >= 0;
    }
}
