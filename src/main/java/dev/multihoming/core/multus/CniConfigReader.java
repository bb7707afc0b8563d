package dev.multihoming.core.multus;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.GoNumbers;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonReader;
import dev.multihoming.core.json.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Reads `spec.config` as Multus does (node-behavior.md#config-text).
///
/// Where a key stands twice or in two cases, Multus, libcni and the plugin may each take another one
/// (node-behavior.md#config-text). Such a config is refused by a rule; until then the reading here is that of
/// Multus' own structs, which follow [GoFields].
public final class CniConfigReader {
    private static final RecentTexts<CniConfig> RECENT = recent(CniConfigReader::readAnew);

    private CniConfigReader() {}

    /// `text` is the config, not empty.
    public static CniConfig read(String text) {
        return RECENT.read(text);
    }

    /// The last texts as that reader reads them, with what was found out about them. What people write has a
    /// few hundred characters; all that is remembered stays below a few MiB.
    static RecentTexts<CniConfig> recent(Function<String, CniConfig> reader) {
        return new RecentTexts<>(128, 2048, reader, _ -> true);
    }

    static CniConfig readAnew(String text) {
        return switch (JsonReader.readWhole(text)) {
            case Parsed.Ok<Json>(JsonObject document) ->
                GoNumbers.firstBeyond(document)
                        .map(number -> unreadable(text, number.start(), "a number that is beyond what Multus can read"))
                        .orElseGet(() -> of(text, document));
            case Parsed.Ok<Json>(Json other) ->
                unreadable(text, other.start(), "it is " + other.typeName() + ", not a JSON object");
            case Parsed.Malformed<Json>(int offset, String fact) -> unreadable(text, offset, fact);
        };
    }

    private static CniConfig unreadable(String text, int offset, String fact) {
        return new CniConfig(text, new Parsed.Malformed<>(offset, fact), CniConfig.Form.SINGLE, 0, List.of());
    }

    private static CniConfig of(String text, JsonObject document) {
        String type = GoFields.text(document, "type");
        if (!type.isEmpty()) {
            return new CniConfig(
                    text,
                    new Parsed.Ok<>(document),
                    CniConfig.Form.SINGLE,
                    1,
                    List.of(new CniConfig.Plugin(JsonPath.ROOT, type, document)));
        }
        return GoFields.list(document, "plugins")
                .map(plugins -> list(text, document, plugins.elements().size(), chain(plugins)))
                .orElseGet(() -> list(text, document, 0, List.of()));
    }

    private static CniConfig list(String text, JsonObject document, int entries, List<CniConfig.Plugin> chain) {
        return new CniConfig(text, new Parsed.Ok<>(document), CniConfig.Form.LIST, entries, chain);
    }

    private static List<CniConfig.Plugin> chain(JsonArray plugins) {
        List<CniConfig.Plugin> chain = new ArrayList<>();
        for (int i = 0; i < plugins.elements().size(); i++) {
            if (plugins.elements().get(i) instanceof JsonObject plugin) {
                JsonPath path = JsonPath.ROOT.child("plugins").child(i);
                chain.add(new CniConfig.Plugin(path, GoFields.text(plugin, "type"), plugin));
            }
        }
        return chain;
    }
}
