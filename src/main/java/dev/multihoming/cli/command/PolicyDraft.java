package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.manifest.BlockYaml;
import dev.multihoming.console.engine.Engine.Refused;
import dev.multihoming.console.engine.Governance.Draft;
import dev.multihoming.core.api.MultiHomingPolicy;
import dev.multihoming.core.review.Mode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes policies and exemptions from what a form says. Whether they can be in force is checked with all other rules
/// where the text is shown.
record PolicyDraft(Clock clock) {
    private static final int MOST_DAYS = 3_650;

    /// As the API server takes them, but for their greatest lengths.
    private static final Pattern LABEL = Pattern.compile("(?<key>([a-z0-9][a-z0-9.-]*/)?NAME)=(?<value>(NAME)?)"
            .replace("NAME", "[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?"));

    String yaml(Draft draft) {
        return BlockYaml.of(
                switch (draft) {
                    case Draft.OfPolicy policy -> policy(policy);
                    case Draft.OfExemption exemption -> exemption(exemption);
                });
    }

    private static ObjectNode policy(Draft.OfPolicy asked) {
        ObjectNode spec = JsonNodeFactory.instance.objectNode();
        putList(spec, "namespaces", asked.namespaces());
        List<String> labels = parts(asked.selector());
        if (!labels.isEmpty()) {
            ObjectNode selected = spec.putObject("namespaceSelector").putObject("matchLabels");
            labels.forEach(it -> putLabel(selected, it));
        }
        ObjectNode rules = JsonNodeFactory.instance.objectNode();
        if (!asked.mode().isEmpty()) {
            rules.put("*", asked.mode());
        }
        parts(asked.enforced()).forEach(rule -> rules.put(rule, Mode.ENFORCE.word()));
        if (!rules.isEmpty()) {
            spec.set("rules", rules);
        }
        if (!parts(asked.segments()).isEmpty()) {
            putList(spec.putObject("limits"), "segments", asked.segments());
        }
        putText(spec, "owner", asked.owner());
        return object("MultiHomingPolicy", asked.name(), spec);
    }

    private ObjectNode exemption(Draft.OfExemption asked) {
        if (parts(asked.rules()).isEmpty()
                || asked.reason().isBlank()
                || asked.owner().isBlank()) {
            throw new Refused("An exemption names rules, a reason and an owner.");
        }
        ObjectNode spec = JsonNodeFactory.instance.objectNode();
        putList(spec, "rules", asked.rules());
        putList(spec, "namespaces", asked.namespaces());
        List<String> objects = parts(asked.objects());
        if (!objects.isEmpty()) {
            ArrayNode list = spec.putArray("objects");
            objects.forEach(it -> list.add(exempt(it)));
        }
        if (!parts(asked.groups()).isEmpty()) {
            putList(spec.putObject("requesters"), "groups", asked.groups());
        }
        putText(spec, "reason", asked.reason());
        putText(spec, "owner", asked.owner());
        spec.put(
                "expires",
                clock.instant()
                        .plus(days(asked.days()), ChronoUnit.DAYS)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        return object("MultiHomingExemption", asked.name(), spec);
    }

    private static ObjectNode exempt(String object) {
        String[] parts = object.split("/", 2);
        if (parts.length < 2) {
            throw new Refused("Write an object as Kind/name, or Kind/prefix*, such as Pod/web-*.");
        }
        ObjectNode exempt = JsonNodeFactory.instance.objectNode().put("kind", parts[0]);
        return parts[1].endsWith("*")
                ? exempt.put("namePrefix", parts[1].substring(0, parts[1].length() - 1))
                : exempt.put("name", parts[1]);
    }

    private static int days(String text) {
        String days = text.strip();
        if (!days.matches("[0-9]{1,4}") || Integer.parseInt(days) < 1 || Integer.parseInt(days) > MOST_DAYS) {
            throw new Refused("Write the days until it ends as a number from 1 to 3650.");
        }
        return Integer.parseInt(days);
    }

    private static ObjectNode object(String kind, String name, ObjectNode spec) {
        if (name.isBlank()) {
            throw new Refused("Enter a name.");
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("apiVersion", MultiHomingPolicy.GROUP + "/" + MultiHomingPolicy.VERSION)
                .put("kind", kind);
        object.putObject("metadata").put("name", name.strip());
        object.set("spec", spec);
        return object;
    }

    private static void putList(ObjectNode spec, String key, String values) {
        List<String> parts = parts(values);
        if (!parts.isEmpty()) {
            parts.forEach(spec.putArray(key)::add);
        }
    }

    private static void putLabel(ObjectNode labels, String label) {
        Matcher matcher = LABEL.matcher(label);
        if (!matcher.matches()) {
            throw new Refused("Write labels as key=value, such as tenant=blue, with commas between them; conditions of"
                    + " another form go into matchExpressions in the YAML.");
        }
        labels.put(matcher.group("key"), matcher.group("value"));
    }

    private static void putText(ObjectNode spec, String key, String value) {
        if (!value.isBlank()) {
            spec.put(key, value.strip());
        }
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split("[,\\s]+", -1))
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
