package dev.multihoming.chart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.chart.Kustomize.Identity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// One of the sets of objects that the chart must render like kustomize.
public record Variant(CertificateMode mode, Part part) {
    /// Who makes the certificate. The overlay has the same name.
    public enum CertificateMode {
        SELF_MADE("self-made"),
        SELF_MANAGED("self-managed"),
        CERT_MANAGER("cert-manager"),
        OPENSHIFT("openshift");

        private final String overlay;

        CertificateMode(String overlay) {
            this.overlay = overlay;
        }

        public String overlay() {
            return overlay;
        }
    }

    /// A part of the installation. Two that cannot be installed together differ in a value.
    public enum Part {
        WORKLOAD(""),
        REGISTRATION("not .Values.registration.probe"),
        PROBE(".Values.registration.probe"),
        CONSOLE("not .Values.console.allowWrites"),
        WRITING_CONSOLE(".Values.console.allowWrites");

        private final String condition;

        Part(String condition) {
            this.condition = condition;
        }
    }

    /// These parts in every mode.
    static List<Variant> of(Part... parts) {
        return Arrays.stream(CertificateMode.values())
                .flatMap(mode -> Arrays.stream(parts).map(part -> new Variant(mode, part)))
                .toList();
    }

    /// The folder of kustomize that renders it, for the console with [#components()] and the workload.
    public String folder() {
        String overlay = "kustomize/overlays/" + mode.overlay();
        return switch (part) {
            case REGISTRATION -> overlay + "/registration";
            case PROBE -> overlay + "/probe";
            case WORKLOAD, CONSOLE, WRITING_CONSOLE -> overlay;
        };
    }

    /// What its kustomization adds to the folder.
    List<String> components() {
        String console = "kustomize/components/console";
        List<String> components = new ArrayList<>();
        if (part == Part.CONSOLE || part == Part.WRITING_CONSOLE) {
            components.add(console);
            if (mode == CertificateMode.CERT_MANAGER || mode == CertificateMode.OPENSHIFT) {
                components.add(console + "/" + mode.overlay());
            }
        }
        if (part == Part.WRITING_CONSOLE) {
            components.add(console + "/writes");
        }
        return components;
    }

    /// Its own objects: those of the console are beside the workload's.
    Map<Identity, JsonNode> objects(Kustomize kustomize) {
        Map<Identity, JsonNode> objects = kustomize.objects(folder());
        if (components().isEmpty()) {
            return objects;
        }
        Map<Identity, JsonNode> all = kustomize.objects(folder(), components());
        if (!all.entrySet().containsAll(objects.entrySet())) {
            throw new IllegalArgumentException(components() + " change objects of " + folder());
        }
        all.keySet().removeAll(objects.keySet());
        return all;
    }

    /// The condition of Helm under which one of `chosen` is meant, where one of `possible` is.
    /// Empty where that is certain.
    static String condition(Set<Variant> chosen, Set<Variant> possible) {
        if (chosen.equals(possible)) {
            return "";
        }
        Set<CertificateMode> modes = modes(chosen);
        if (chosen.equals(matching(possible, modes, parts(possible)))) {
            return mode(modes);
        }
        Set<Part> parts = parts(chosen);
        if (parts.size() == 1 && chosen.equals(matching(possible, modes(possible), parts))) {
            return parts.iterator().next().condition;
        }
        String either = parts.stream()
                .sorted()
                .map(part -> {
                    Set<Variant> there = matching(chosen, modes, Set.of(part));
                    return "(and (%s) (%s))".formatted(part.condition, mode(modes(there)));
                })
                .collect(Collectors.joining(" "));
        return "or " + either;
    }

    private static Set<Variant> matching(Set<Variant> all, Set<CertificateMode> modes, Set<Part> parts) {
        return all.stream()
                .filter(variant -> modes.contains(variant.mode) && parts.contains(variant.part))
                .collect(Collectors.toSet());
    }

    private static Set<Part> parts(Set<Variant> variants) {
        return variants.stream().map(Variant::part).collect(Collectors.toSet());
    }

    private static Set<CertificateMode> modes(Set<Variant> variants) {
        Set<CertificateMode> modes = new LinkedHashSet<>();
        variants.stream().map(Variant::mode).sorted().forEach(modes::add);
        return Collections.unmodifiableSet(modes);
    }

    private static String mode(Set<CertificateMode> modes) {
        String names = modes.stream().map(mode -> '"' + mode.overlay() + '"').collect(Collectors.joining(" "));
        return modes.size() == 1
                ? "eq .Values.certificate.mode " + names
                : "has .Values.certificate.mode (list " + names + ")";
    }
}
