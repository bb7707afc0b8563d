package dev.multihoming.chart;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One of the sets of objects that the chart must render like kustomize.
///
/// @param probe whether the registration is limited to the probe; the workload has no such stage
public record Variant(CertificateMode mode, boolean probe) {
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

    /// Every mode, with the registration as it is in the end.
    static List<Variant> workloads() {
        return Arrays.stream(CertificateMode.values())
                .map(mode -> new Variant(mode, false))
                .toList();
    }

    static List<Variant> registrations() {
        return workloads().stream()
                .flatMap(variant -> Stream.of(variant, new Variant(variant.mode(), true)))
                .toList();
    }

    /// The folder of kustomize that renders its registration.
    public String registration() {
        return "kustomize/overlays/" + mode.overlay() + (probe ? "/probe" : "/registration");
    }

    public String workload() {
        return "kustomize/overlays/" + mode.overlay();
    }

    /// The condition of Helm under which one of `chosen` is meant, where one of `possible` is.
    /// Empty where that is certain.
    static String condition(Set<Variant> chosen, Set<Variant> possible) {
        if (chosen.equals(possible)) {
            return "";
        }
        Set<CertificateMode> modes = modes(chosen);
        if (chosen.equals(matching(possible, modes, Set.of(true, false)))) {
            return mode(modes);
        }
        Set<Boolean> stages = chosen.stream().map(Variant::probe).collect(Collectors.toSet());
        if (chosen.equals(matching(possible, modes(possible), stages))) {
            return stage(stages.contains(true));
        }
        String either = stages.stream()
                .sorted()
                .map(probe -> {
                    Set<Variant> there = matching(chosen, modes, Set.of(probe));
                    return "(and (%s) (%s))".formatted(stage(probe), mode(modes(there)));
                })
                .collect(Collectors.joining(" "));
        return "or " + either;
    }

    private static Set<Variant> matching(Set<Variant> all, Set<CertificateMode> modes, Set<Boolean> stages) {
        return all.stream()
                .filter(variant -> modes.contains(variant.mode) && stages.contains(variant.probe))
                .collect(Collectors.toSet());
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

    private static String stage(boolean probe) {
        return probe ? ".Values.registration.probe" : "not .Values.registration.probe";
    }
}
