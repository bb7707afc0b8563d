package dev.multihoming.chart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.chart.TemplateNode.Action;
import dev.multihoming.chart.TemplateNode.Mapping;
import dev.multihoming.chart.TemplateNode.Member;
import dev.multihoming.chart.TemplateNode.Scalar;
import dev.multihoming.docs.ServerSettings;
import dev.multihoming.docs.ServerSettings.Setting;
import io.quarkus.runtime.configuration.MemorySize;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A setting of the server as a value of the chart: `multihoming.tls.check-interval` is `settings.tls.checkInterval`.
record ChartSetting(Setting setting) {
    /// Fixed by other objects of the chart (mounts, permissions, the Service), or no setting of an installation.
    private static final Pattern FIXED = Pattern.compile(
            "multihoming\\.(namespace|tls\\.(certificate|key)" + "|self-managed-certificate\\.(enabled|secret|names))");

    static List<ChartSetting> all() {
        return ServerSettings.all().stream()
                .filter(setting -> !FIXED.matcher(setting.property()).matches())
                .map(ChartSetting::new)
                .toList();
    }

    List<String> path() {
        return Arrays.stream(setting.property().split("\\.", -1))
                .skip(1)
                .map(ChartSetting::camelCase)
                .toList();
    }

    String environment() {
        return setting.environment();
    }

    /// A condition of Helm's.
    String isUnset() {
        return "kindIs \"invalid\" " + value();
    }

    /// The variable of the container, where the value is set.
    Member variable() {
        String text = switch (kind()) {
            case "array" -> "join \",\" " + value();
            case "integer" -> "int64 " + value();
            default -> value();
        };
        return new Member(
                "",
                "not (" + isUnset() + ")",
                new Mapping(List.of(
                        new Member("name", new Scalar(JsonNodeFactory.instance.textNode(environment()))),
                        new Member("value", new Action("{{ " + text + " | toString | quote }}")))));
    }

    ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("description", setting.meaning());
        schema.put("type", kind());
        if (kind().equals("array")) {
            schema.putObject("items").put("type", "string").put("pattern", "^[^,]+$");
        }
        if (setting.type().equals(Duration.class)) {
            schema.put("pattern", "^([0-9]+(ms|s|m|h|d)?|[pP].+)$");
        }
        if (setting.type().equals(MemorySize.class)) {
            schema.put("pattern", "^[0-9]+[KkMmGgTtPpEeZzYy]?$");
        }
        putDefault(schema);
        return schema;
    }

    private void putDefault(ObjectNode schema) {
        String value = setting.defaultValue();
        switch (kind()) {
            case "boolean" -> schema.put("default", Boolean.parseBoolean(value));
            case "integer" -> schema.put("default", Integer.parseInt(value));
            case "array" ->
                Arrays.stream(value.split(",", -1))
                        .filter(item -> !item.isEmpty())
                        .forEach(schema.putArray("default")::add);
            default -> schema.put("default", value);
        }
    }

    private String kind() {
        String type = setting.type().getTypeName();
        if (type.equals("boolean")) {
            return "boolean";
        }
        if (type.equals("int") || type.equals("long")) {
            return "integer";
        }
        return type.contains("java.util.Set<") || type.contains("java.util.List<") ? "array" : "string";
    }

    private String value() {
        String keys = path().stream().map(key -> '"' + key + '"').collect(Collectors.joining(" "));
        return "(dig " + keys + " nil .Values.settings)";
    }

    private static String camelCase(String kebab) {
        return Pattern.compile("-([a-z])")
                .matcher(kebab)
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }
}
