package dev.multihoming.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
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

/// For programs of one's own: one object with the problems, what was not read, and a summary.
public final class JsonReport implements CheckReport {
    private final JsonGenerator json;
    private final List<Unread> unread = new ArrayList<>();
    private final List<NotJudged> notJudged = new ArrayList<>();
    private final List<IgnoreOutcome> ignores = new ArrayList<>();

    public JsonReport(PrintWriter out) {
        try {
            json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeArrayFieldStart("problems");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void judged(ManifestVerdict judgement) {
        try {
            for (Problem problem : judgement.problems()) {
                problem(judgement.manifest(), problem);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void problem(Manifest manifest, Problem problem) throws IOException {
        json.writeStartObject();
        json.writeStringField("severity", Wordings.word(problem.effect()));
        json.writeStringField("code", problem.code());
        json.writeStringField("name", problem.name());
        json.writeStringField("fact", problem.fact());
        json.writeStringField("requirement", problem.requirement());
        json.writeStringField("remedy", problem.remedy());
        json.writeStringField("page", Wordings.page(problem));
        json.writeStringField("decidedBy", problem.decidedBy());
        json.writeStringField("field", problem.field());
        json.writeObjectFieldStart("object");
        json.writeStringField("apiVersion", manifest.apiVersion());
        json.writeStringField("kind", manifest.kind());
        json.writeStringField("namespace", manifest.namespace());
        json.writeStringField("name", manifest.name());
        json.writeEndObject();
        place(problem.span());
        json.writeNumberField("endLine", problem.span().to().line());
        json.writeNumberField("endColumn", problem.span().to().column());
        json.writeEndObject();
    }

    @Override
    public void unread(Unread what) {
        unread.add(what);
    }

    @Override
    public void ignored(IgnoreOutcome outcome) {
        ignores.add(outcome);
    }

    @Override
    public void notJudged(NotJudged object) {
        notJudged.add(object);
    }

    private void aside() throws IOException {
        json.writeArrayFieldStart("notJudged");
        for (NotJudged object : notJudged) {
            json.writeStartObject();
            place(object.span());
            json.writeStringField("title", object.title());
            json.writeStringField("reason", object.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("ignored");
        for (IgnoreOutcome outcome : ignores) {
            json.writeStartObject();
            place(outcome.comment().span());
            json.writeStringField("rule", outcome.comment().rule());
            json.writeStringField("reason", outcome.comment().reason());
            json.writeNumberField("warnings", outcome.warnings());
            json.writeStringField("trouble", outcome.trouble());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void place(SourceSpan span) throws IOException {
        json.writeStringField("file", span.source().name());
        json.writeNumberField("line", span.from().line());
        json.writeNumberField("column", span.from().column());
    }

    @Override
    public void end(CheckSummary tally) {
        try {
            json.writeEndArray();
            json.writeArrayFieldStart("unread");
            for (Unread what : unread) {
                json.writeStartObject();
                json.writeStringField("file", what.file());
                json.writeNumberField("line", what.line());
                json.writeNumberField("column", what.column());
                json.writeStringField("sentence", what.sentence());
                json.writeEndObject();
            }
            json.writeEndArray();
            aside();
            summary(tally);
            json.writeEndObject();
            json.writeRaw('\n');
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void summary(CheckSummary tally) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeNumberField("files", tally.files());
        json.writeNumberField("objects", tally.objects());
        json.writeNumberField("otherDocuments", tally.foreignDocuments());
        json.writeNumberField("denied", tally.denied());
        json.writeNumberField("warnings", tally.problems(Effect.WARNED));
        json.writeNumberField("repairs", tally.problems(Effect.REPAIRED));
        json.writeNumberField("repairsWritten", tally.repairsWritten());
        json.writeNumberField("warningsIgnored", tally.warningsHidden());
        json.writeNumberField("notJudged", tally.objectsNotJudged());
        json.writeNumberField("unread", tally.unreadFiles());
        json.writeEndObject();
    }
}
