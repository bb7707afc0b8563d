package dev.multihoming.cli.doctor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.multihoming.core.multus.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;

/// Writes what was found. Texts of the cluster are other people's: each stays on its line.
public record DoctorReport(List<Line> lines) {
    private static final String ROW = "%-14s %-30s %s%n";

    public DoctorReport {
        lines = List.copyOf(lines);
    }

    public boolean hasProblems() {
        return count(Grade.PROBLEM) > 0;
    }

    private long count(Grade grade) {
        return lines.stream().filter(it -> it.grade() == grade).count();
    }

    /// For people: a line each, what to do below it.
    public void text(PrintWriter out) {
        for (Line line : lines) {
            out.printf(ROW, line.grade().word(), line.subject(), Printable.oneLine(line.fact()));
            if (!line.advice().isEmpty()) {
                out.printf(ROW, "", "", "→ " + Printable.oneLine(line.advice()));
            }
        }
        out.printf("%n%s%n", summary());
    }

    private String summary() {
        return "%s, %s, %d not permitted, %d ok."
                .formatted(
                        counted(count(Grade.PROBLEM), "problem"),
                        counted(count(Grade.WARNING), "warning"),
                        count(Grade.NOT_PERMITTED),
                        count(Grade.OK));
    }

    private static String counted(long number, String word) {
        return "%d %s%s".formatted(number, word, number == 1 ? "" : "s");
    }

    /// For programs: one object. Everything beyond ASCII is escaped, also what would move a terminal's cursor.
    public void json(PrintWriter out) {
        try (JsonGenerator json = JsonFactory.builder()
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .build()
                .createGenerator(out)
                .useDefaultPrettyPrinter()
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writeArrayFieldStart("checks");
            for (Line line : lines) {
                json.writeStartObject();
                json.writeStringField("subject", line.subject());
                json.writeStringField("grade", line.grade().word());
                json.writeStringField("fact", line.fact());
                json.writeStringField("advice", line.advice());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("problems", count(Grade.PROBLEM));
            json.writeNumberField("warnings", count(Grade.WARNING));
            json.writeNumberField("notPermitted", count(Grade.NOT_PERMITTED));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }
}
