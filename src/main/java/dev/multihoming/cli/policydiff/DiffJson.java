package dev.multihoming.cli.policydiff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.policydiff.ObjectDiff.Change;
import java.io.PrintWriter;
import java.util.List;

/// For programs: one object. Texts of tenants are in ASCII, so that a terminal shows nothing else.
public final class DiffJson implements DiffReport {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Override
    public void print(PolicyDiff diff, PrintWriter out) {
        ObjectNode report = JSON.createObjectNode();
        report.put("current", diff.current()).put("proposed", diff.proposed());
        ArrayNode objects = report.putArray("objects");
        diff.objects().forEach(object -> object(object, objects.addObject()));
        ArrayNode takeovers = report.putArray("takeovers");
        diff.takeovers().forEach(takeover -> takeover(takeover, takeovers.addObject()));
        texts(diff.gaps(), report.putArray("gaps"));
        report.putObject("summary")
                .put("newlyDenied", diff.count(Change.NEWLY_DENIED))
                .put("namespacesNewlyDenied", diff.namespacesDenied())
                .put("newlyAllowed", diff.count(Change.NEWLY_ALLOWED))
                .put("changed", diff.count(Change.CHANGED))
                .put("unchanged", diff.unchanged());
        out.println(text(report));
    }

    private static void object(ObjectDiff diff, ObjectNode json) {
        json.put("change", diff.change().word());
        json.put("kind", diff.object().kind())
                .put("namespace", diff.object().namespace())
                .put("name", diff.object().name());
        json.putObject("owner")
                .put("kind", diff.owner().kind())
                .put("name", diff.owner().name());
        json.put("policyBefore", diff.policyBefore()).put("policyAfter", diff.policyAfter());
        ArrayNode rules = json.putArray("rules");
        diff.rules()
                .forEach(rule -> rules.addObject()
                        .put("code", rule.code())
                        .put("name", rule.name())
                        .put("before", rule.before().word())
                        .put("after", rule.after().word())
                        .put("message", rule.message()));
    }

    private static void takeover(Takeover takeover, ObjectNode json) {
        json.put("namespace", takeover.namespace()).put("from", takeover.from()).put("to", takeover.to());
        texts(takeover.enforcedAnew(), json.putArray("enforcedAnew"));
        texts(takeover.enforcedNoMore(), json.putArray("enforcedNoMore"));
    }

    private static void texts(List<String> texts, ArrayNode array) {
        texts.forEach(array::add);
    }

    private static String text(ObjectNode report) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every object can be written", e);
        }
    }
}
