package dev.multihoming.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.chart.Kustomize.Identity;
import dev.multihoming.chart.Variant.Part;
import dev.multihoming.plane.BundledText;
import dev.multihoming.project.Pom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Every file of the chart and its text. As a program (`make docs`) it writes them.
public final class GeneratedChart {
    public static final Path FOLDER = Path.of("charts/multihoming-webhook");

    private static final String HEADER = "{{- /* Generated from kustomize by \"make docs\"; do not edit. */ -}}\n";

    private final Kustomize kustomize;
    private final Map<Path, String> files = new TreeMap<>();

    private GeneratedChart(Kustomize kustomize) {
        this.kustomize = kustomize;
    }

    static Map<Path, String> all(Kustomize kustomize) {
        var chart = new GeneratedChart(kustomize);
        chart.templates(Variant.of(Part.REGISTRATION, Part.PROBE), ".Values.registration.enabled");
        chart.templates(Variant.of(Part.WORKLOAD), "");
        chart.templates(Variant.of(Part.CONSOLE, Part.WRITING_CONSOLE), ".Values.console.enabled");
        Variant any = Variant.of(Part.WORKLOAD).getFirst();
        chart.templates(Map.of(any, kustomize.objects("kustomize/crds")), ".Values.crds.enabled");
        var values = new ChartValues(
                ChartEdits.defaults(chart.deployment(any), chart.deployment(new Variant(any.mode(), Part.CONSOLE))));
        chart.files.put(FOLDER.resolve("values.yaml"), values.yaml());
        chart.files.put(FOLDER.resolve("values.schema.json"), values.schema());
        chart.files.put(FOLDER.resolve("Chart.yaml"), description());
        chart.files.put(FOLDER.resolve("templates/NOTES.txt"), BundledText.read("/dev/multihoming/chart/NOTES.txt"));
        return chart.files;
    }

    public static void main(String... args) throws IOException {
        Map<Path, String> files = all(Kustomize.find());
        for (Path stale : present()) {
            if (!files.containsKey(stale)) {
                Files.delete(stale);
            }
        }
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    /// The files that are there.
    static List<Path> present() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(FOLDER)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    /// Each object in the variants that have it.
    private static Map<Identity, Map<Variant, JsonNode>> byIdentity(Map<Variant, Map<Identity, JsonNode>> variants) {
        Map<Identity, Map<Variant, JsonNode>> objects =
                new TreeMap<>(Comparator.comparing(Identity::kind).thenComparing(Identity::toString));
        variants.forEach((variant, its) -> its.forEach((identity, object) ->
                objects.computeIfAbsent(identity, _ -> new LinkedHashMap<>()).put(variant, object)));
        return objects;
    }

    /// @param condition under which all of them are installed
    private void templates(List<Variant> variants, String condition) {
        Map<Variant, Map<Identity, JsonNode>> objects = new LinkedHashMap<>();
        variants.forEach(variant -> objects.put(variant, variant.objects(kustomize)));
        templates(objects, condition);
    }

    private void templates(Map<Variant, Map<Identity, JsonNode>> variants, String condition) {
        byIdentity(variants).forEach((identity, having) -> {
            TemplateNode object = VariantMerge.of(having);
            ChartEdits.apply(identity, object);
            List<String> conditions = new ArrayList<>(List.of(condition, ofNamespace(identity)));
            conditions.add(Variant.condition(having.keySet(), variants.keySet()));
            Path file = FOLDER.resolve("templates/" + identity.kind().toLowerCase(Locale.ROOT) + ".yaml");
            String text = files.getOrDefault(file, HEADER) + TemplateWriter.document(all(conditions), object);
            files.put(file, text);
        });
    }

    /// The namespace of the release is there before Helm renders anything.
    private static String ofNamespace(Identity identity) {
        return identity.kind().equals("Namespace") ? "ne .Release.Namespace \"%s\"".formatted(identity.name()) : "";
    }

    private static String all(List<String> conditions) {
        List<String> stated = conditions.stream().filter(it -> !it.isEmpty()).toList();
        return stated.size() < 2 ? String.join("", stated) : "and (" + String.join(") (", stated) + ")";
    }

    private JsonNode deployment(Variant variant) {
        return variant.objects(kustomize).entrySet().stream()
                .filter(object -> object.getKey().kind().equals("Deployment"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static String description() {
        ObjectNode chart = JsonNodeFactory.instance.objectNode();
        chart.put("apiVersion", "v2").put("name", Pom.name()).put("type", "application");
        chart.put("version", Pom.version()).put("appVersion", Pom.version());
        chart.put("description", Pom.description());
        chart.put("kubeVersion", ">=1.30.0-0");
        chart.put("home", Pom.site());
        chart.putArray("sources").add(Pom.sourceRepository());
        return TemplateWriter.value(chart) + "\n";
    }
}
