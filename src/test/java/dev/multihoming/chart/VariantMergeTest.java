package dev.multihoming.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.chart.Variant.CertificateMode;
import dev.multihoming.chart.Variant.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Differences that the shipped overlays do not have today.
class VariantMergeTest {
    @Test
    void anItemInTheMiddleStaysThere() {
        assertThat(template("list: [{name: a}, {name: b}, {name: c}]", "list: [{name: a}, {name: c}]"))
                .isEqualTo("""
                        ---
                        list:
                          - name: a
                        {{- if eq .Values.certificate.mode "self-made" }}
                          - name: b
                        {{- end }}
                          - name: c
                        """);
    }

    @Test
    void anItemOfTheSameNameIsMergedInside() {
        assertThat(template("list: [{name: a, x: 1}]", "list: [{name: a, x: 1, z: 2}]"))
                .isEqualTo("""
                        ---
                        list:
                          - name: a
                            x: 1
                        {{- if eq .Values.certificate.mode "self-managed" }}
                            z: 2
                        {{- end }}
                        """);
    }

    @Test
    void anotherValueIsAnAlternative() {
        assertThat(template("x: one", "x: [two]")).isEqualTo("""
                        ---
                        {{- if eq .Values.certificate.mode "self-made" }}
                        x: one
                        {{- end }}
                        {{- if eq .Values.certificate.mode "self-managed" }}
                        x:
                          - two
                        {{- end }}
                        """);
    }

    /// A list that is empty here must not become null where all items of the other are left out.
    @Test
    void anEmptyListIsAValue() {
        assertThat(template("x: []", "x: [a]")).contains("x: []\n").contains("  - a\n");
    }

    @Test
    void listsInOppositeOrderCannotBeMerged() {
        assertThatThrownBy(() -> template("x: [a, b]", "x: [b, a]")).hasMessageContaining("no common order");
    }

    @Test
    void bracesAndWordsOfYamlStayText() {
        assertThat(template("a: '{{ x }}'", "a: '{{ x }}'")).contains("a: \"{{ \"{{\" }} x }}\"\n");
        for (String word : List.of("on", "No", "null", "1.30", "~", "- a", "a: b", "#a", "*a", "1e3", "a\nb")) {
            assertThat(TemplateWriter.value(TextNode.valueOf(word))).startsWith("\"");
        }
    }

    @Test
    void stagesAndModesAreToldApart() {
        Set<Variant> all = Set.copyOf(Variant.of(Part.REGISTRATION, Part.PROBE));
        var probe = new Variant(CertificateMode.OPENSHIFT, Part.PROBE);
        var effective = new Variant(CertificateMode.OPENSHIFT, Part.REGISTRATION);
        var other = new Variant(CertificateMode.SELF_MADE, Part.REGISTRATION);

        assertThat(Variant.condition(all, all)).isEmpty();
        assertThat(Variant.condition(Set.of(probe, effective), all))
                .isEqualTo("eq .Values.certificate.mode \"openshift\"");
        assertThat(Variant.condition(Set.copyOf(Variant.of(Part.REGISTRATION)), all))
                .isEqualTo("not .Values.registration.probe");
        assertThat(Variant.condition(Set.of(probe, other), all))
                .isEqualTo("or (and (not .Values.registration.probe) (eq .Values.certificate.mode \"self-made\"))"
                        + " (and (.Values.registration.probe) (eq .Values.certificate.mode \"openshift\"))");
    }

    private static String template(String selfMade, String selfManaged) {
        Map<Variant, JsonNode> values = new LinkedHashMap<>();
        values.put(new Variant(CertificateMode.SELF_MADE, Part.WORKLOAD), parsed(selfMade));
        values.put(new Variant(CertificateMode.SELF_MANAGED, Part.WORKLOAD), parsed(selfManaged));
        return TemplateWriter.document("", VariantMerge.of(values));
    }

    private static JsonNode parsed(String yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
