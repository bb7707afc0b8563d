package dev.multihoming.docs;

import dev.multihoming.docs.ServerSettings.Setting;
import java.util.stream.Collectors;

/// What an installation can set, as a table.
final class ConfigurationTable {
    private ConfigurationTable() {}

    static String markdown() {
        return GeneratedDocs.HEADER + """
                # Configuration

                Properties of the server, set as environment variables of its container. A list is written with commas; an empty
                value is an empty list. Durations: `500ms`, `3s`, `1m`. Sizes: `64K`, `8M`.

                How to set one: [with kustomize](../README.md#change-a-setting), [with Helm](install.md#values).

                | property and variable | default | meaning |
                |---|---|---|
                """
                + ServerSettings.all().stream().map(ConfigurationTable::row).collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String row(Setting setting) {
        String value = setting.defaultValue();
        String shown = value.isEmpty() ? "" : "`" + value.replace(",", "`, `") + "`";
        return "| `%s`<br>`%s` | %s | %s |"
                .formatted(setting.property(), setting.environment(), shown, setting.meaning());
    }
}
