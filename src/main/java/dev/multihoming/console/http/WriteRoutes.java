package dev.multihoming.console.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.multihoming.console.engine.Engine;
import dev.multihoming.console.engine.Writes;
import dev.multihoming.console.engine.Writes.Change;
import dev.multihoming.console.engine.Writes.NotWritten;
import dev.multihoming.console.engine.Writes.Planned;
import dev.multihoming.console.engine.Writes.Result;
import dev.multihoming.console.engine.Writes.Written;
import dev.multihoming.console.pages.Texts;
import dev.multihoming.console.pages.Texts.RuleText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// The requests that write. The first plans a write and shows what the API server would do; the second names the
/// ticket of the first, and nothing else of it is read.
final class WriteRoutes {
    private static final String PREFIX = "/api/writes/";

    private static final JsonMapper JSON = new JsonMapper();

    private final Writes writes;
    private final Tickets tickets;

    /// @param waiting writes that may wait for their confirmation
    WriteRoutes(Writes writes, int waiting, InstantSource clock) {
        this.writes = writes;
        this.tickets = new Tickets(waiting, clock);
    }

    static boolean isOne(String path) {
        return path.startsWith(PREFIX);
    }

    /// @param session that the request belongs to
    Answer post(String path, String session, byte[] body) {
        if (body.length > writes.most()) {
            return Answer.error(
                    413, "The text has more than %d KiB. Nothing was written.".formatted(writes.most() / 1024));
        }
        try {
            JsonNode asked = JSON.readTree(body);
            return switch (path.substring(PREFIX.length())) {
                case "plan" -> json(session, writes.plan(asked.path("text").asText()));
                case "plan-deletion" ->
                    json(
                            session,
                            writes.planDeletion(
                                    asked.path("namespace").asText(),
                                    asked.path("name").asText()));
                case "confirm" ->
                    json(session, confirmed(session, asked.path("ticket").asText()));
                default -> Answer.error(404, "There is no such page.");
            };
        } catch (Engine.Refused e) {
            return json(session, NotWritten.because(Texts.translated(e.sentence())));
        } catch (JsonProcessingException e) {
            return Answer.error(400, "The body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result confirmed(String session, String ticket) {
        return tickets.redeem(session, ticket)
                .map(writes::write)
                .orElseGet(
                        () -> NotWritten.because("This dry run was confirmed already, is older than %d minutes, or is"
                                        .formatted(Tickets.LIFETIME.toMinutes())
                                + " of another session. Nothing was written now. Try the text again."));
    }

    private Answer json(String session, Result result) {
        Object shown = switch (result) {
            case Planned planned -> Plan.of(planned, tickets.issue(session, planned.change()));
            case Written written -> Done.of(written);
            case NotWritten not ->
                new Refusal(
                        Texts.translated(not.sentence()),
                        not.message(),
                        not.rules(),
                        not.isConflict(),
                        LineDiff.of(not.current(), not.asked()),
                        Texts.rules(not.rules()));
        };
        try {
            return Answer.json(JSON.writeValueAsString(shown));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every record can be written", e);
        }
    }

    /// Lines of a plan, as the page shows them.
    ///
    /// @param changes from the object in the cluster to what would be stored
    /// @param repairs from what was sent to what would be stored
    private record Plan(
            String ticket,
            String cluster,
            Writes.Verb verb,
            String network,
            List<LineDiff.Line> changes,
            List<LineDiff.Line> repairs,
            List<String> warnings,
            List<String> users,
            List<String> notices) {
        static Plan of(Planned planned, String ticket) {
            Change change = planned.change();
            return new Plan(
                    ticket,
                    change.cluster(),
                    change.verb(),
                    nameOf(change),
                    planned.before().isEmpty() ? List.of() : LineDiff.of(planned.before(), planned.stored()),
                    whole(planned.asked(), planned.stored()),
                    planned.warnings(),
                    planned.users(),
                    planned.notices().stream().map(Texts::translated).toList());
        }
    }

    /// @param difference from what was planned to what was stored; empty as a rule
    private record Done(
            Writes.Verb verb,
            String network,
            String namespace,
            String name,
            List<LineDiff.Line> difference,
            List<String> warnings) {
        static Done of(Written written) {
            Change change = written.change();
            return new Done(
                    change.verb(),
                    nameOf(change),
                    change.namespace(),
                    change.name(),
                    LineDiff.of(written.planned(), written.stored()),
                    written.warnings());
        }
    }

    /// @param words the rules in the language of the reader, by code; empty in English
    private record Refusal(
            String refused,
            String message,
            List<String> rules,
            boolean conflict,
            List<LineDiff.Line> difference,
            Map<String, RuleText> words) {}

    private static String nameOf(Change change) {
        return change.namespace() + "/" + change.name();
    }

    /// All lines, also where nothing differs.
    private static List<LineDiff.Line> whole(String before, String after) {
        List<LineDiff.Line> lines = LineDiff.of(before, after);
        return lines.isEmpty()
                ? after.lines().map(it -> new LineDiff.Line(" ", it)).toList()
                : lines;
    }
}
