package dev.multihoming.docs;

import dev.multihoming.project.Pom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The alerts, each with the link to its section of docs/monitoring.md, on the repository that the pom names.
final class Runbooks {
    static final Path ALERTS = Path.of("kustomize/components/monitoring/prometheus-rule.yaml");

    private static final Pattern ALERT = Pattern.compile(" +- alert: (\\w+)");
    private static final Pattern LINK = Pattern.compile("( +runbook_url: ).*");

    private Runbooks() {}

    static String linked() {
        List<String> lines = new ArrayList<>();
        String alert = "";
        for (String line : read().lines().toList()) {
            Matcher begin = ALERT.matcher(line);
            alert = begin.matches() ? begin.group(1) : alert;
            Matcher link = LINK.matcher(line);
            lines.add(link.matches() ? link.group(1) + url(alert) : line);
        }
        return String.join("\n", lines) + "\n";
    }

    static String url(String alert) {
        String version = Pom.version();
        String revision = version.endsWith("-SNAPSHOT") ? "main" : "v" + version;
        return "%s/blob/%s/docs/monitoring.md#%s"
                .formatted(Pom.sourceRepository(), revision, alert.toLowerCase(Locale.ROOT));
    }

    private static String read() {
        try {
            return Files.readString(ALERTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
