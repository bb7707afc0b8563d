package dev.multihoming.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.multihoming.cli.manifest.DuplicateKeys;
import dev.multihoming.cli.manifest.NonStrings;
import dev.multihoming.cli.manifest.PolicySchema;
import dev.multihoming.cli.manifest.UnknownRules;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.rules.RuleBook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The rules as SARIF describes them: all of them, also those without a result.
final class SarifRules {
    private static final String HOME = "https://multihoming.dev/";

    private final List<String> ids = new ArrayList<>();
    private final List<Card> cards = RuleBook.cards();

    SarifRules() {
        cards.forEach(card -> ids.add(card.code()));
        ids.addAll(List.of(DuplicateKeys.NAME, NonStrings.NAME, UnknownRules.NAME, PolicySchema.NAME));
    }

    int index(String id) {
        return ids.indexOf(id);
    }

    void writeTool(JsonGenerator json, String version) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "multihoming");
        json.writeStringField("version", version);
        json.writeStringField("informationUri", HOME);
        json.writeArrayFieldStart("rules");
        for (Card card : cards) {
            rule(json, card);
        }
        ofFiles(
                json,
                DuplicateKeys.NAME,
                "A key stands twice in a mapping.",
                "Only the last value of a key counts, without any message about the others.",
                "Keep one of them.",
                "warning");
        ofFiles(
                json,
                NonStrings.NAME,
                "An annotation or a config is not a string.",
                "The API server refuses the object.",
                "Quote the value.",
                "error");
        ofFiles(
                json,
                UnknownRules.NAME,
                "A policy or an exemption names a rule that does not exist.",
                "The API server refuses the object.",
                "Correct the name.",
                "error");
        ofFiles(
                json,
                PolicySchema.NAME,
                "A field of a policy or an exemption does not fit its CRD.",
                "The API server refuses the object.",
                "Correct the field.",
                "error");
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void rule(JsonGenerator json, Card card) throws IOException {
        String page = Wordings.PAGES + card.code();
        json.writeStartObject();
        json.writeStringField("id", card.code());
        json.writeStringField("name", card.name());
        text(json, "shortDescription", card.summary());
        text(json, "fullDescription", card.why());
        json.writeStringField("helpUri", page);
        text(json, "help", card.remedy() + "\n" + page);
        level(json, card.mode() == Mode.ENFORCE ? "error" : "warning");
        json.writeEndObject();
    }

    /// What no rule finds and no webhook sees.
    private static void ofFiles(
            JsonGenerator json, String name, String summary, String description, String help, String level)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("id", name);
        json.writeStringField("name", name);
        text(json, "shortDescription", summary);
        text(json, "fullDescription", description);
        json.writeStringField("helpUri", HOME);
        text(json, "help", help);
        level(json, level);
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private static void level(JsonGenerator json, String level) throws IOException {
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", level);
        json.writeEndObject();
    }
}
