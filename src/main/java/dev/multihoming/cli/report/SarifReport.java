package dev.multihoming.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.multihoming.cli.manifest.IgnoreComment;
import dev.multihoming.cli.manifest.IgnoreOutcome;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.ManifestVerdict;
import dev.multihoming.cli.manifest.NotJudged;
import dev.multihoming.cli.manifest.Problem;
import dev.multihoming.cli.manifest.SourceSpan;
import dev.multihoming.core.review.Effect;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// SARIF 2.1.0, as code scanning takes it: every rule with its page, every problem with its region.
public final class SarifReport implements CheckReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final JsonGenerator json;
    private final SarifRules rules = new SarifRules();
    private final List<Notification> notifications = new ArrayList<>();
    private boolean isUnreadThere;

    /// `version` is that of this program.
    public SarifReport(PrintWriter out, String version) {
        try {
            json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            rules.writeTool(json, version);
            json.writeStringField("columnKind", "unicodeCodePoints");
            json.writeArrayFieldStart("results");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void judged(ManifestVerdict judgement) {
        try {
            for (Problem problem : judgement.problems()) {
                result(judgement.manifest(), problem, "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void hidden(ManifestVerdict judgement, Problem warning, IgnoreComment comment) {
        try {
            result(judgement.manifest(), warning, comment.reason());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `justification` is why it is suppressed; empty where it is not.
    private void result(Manifest manifest, Problem problem, String justification) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", problem.id());
        json.writeNumberField("ruleIndex", rules.index(problem.id()));
        json.writeStringField("level", level(problem.effect()));
        text("message", manifest.title() + ": " + Wordings.sentences(problem));
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        artifact(problem.span().source().name());
        region(problem.span());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        if (!justification.isEmpty()) {
            json.writeArrayFieldStart("suppressions");
            json.writeStartObject();
            json.writeStringField("kind", "inSource");
            json.writeStringField("justification", justification);
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("multihoming/v1", Fingerprint.of(manifest, problem));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void artifact(String name) throws IOException {
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", FileUri.of(name));
        json.writeEndObject();
    }

    private void region(SourceSpan span) throws IOException {
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", span.from().line());
        json.writeNumberField("startColumn", span.from().column());
        json.writeNumberField("endLine", span.to().line());
        json.writeNumberField("endColumn", span.to().column());
        json.writeEndObject();
    }

    private void text(String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    @Override
    public void unread(Unread what) {
        isUnreadThere = true;
        notifications.add(new Notification("error", what.sentence(), what.file(), what.line(), what.column()));
    }

    @Override
    public void ignored(IgnoreOutcome outcome) {
        if (outcome.warnings() == 0) {
            notifications.add(Notification.at(
                    outcome.comment().span(), "A comment without effect: " + Wordings.ignored(outcome)));
        }
    }

    @Override
    public void notJudged(NotJudged object) {
        notifications.add(
                Notification.at(object.span(), "Not judged: " + object.title() + ": " + object.reason() + "."));
    }

    /// What is no result about a rule.
    private record Notification(String level, String text, String file, int line, int column) {
        static Notification at(SourceSpan span, String text) {
            return new Notification(
                    "note",
                    text,
                    span.source().name(),
                    span.from().line(),
                    span.from().column());
        }
    }

    @Override
    public void end(CheckSummary tally) {
        try {
            json.writeEndArray();
            invocation();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What was not read or judged is no result about a rule, but a reader of the results has to know.
    private void invocation() throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", !isUnreadThere);
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (Notification what : notifications) {
            json.writeStartObject();
            json.writeStringField("level", what.level());
            text("message", what.text());
            json.writeArrayFieldStart("locations");
            json.writeStartObject();
            json.writeObjectFieldStart("physicalLocation");
            artifact(what.file());
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", what.line());
            json.writeNumberField("startColumn", what.column());
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static String level(Effect effect) {
        return switch (effect) {
            case DENIED -> "error";
            case WARNED -> "warning";
            case REPAIRED, COUNTED, EXEMPT, ALLOWED -> "note";
        };
    }
}
