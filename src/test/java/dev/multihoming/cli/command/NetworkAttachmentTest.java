package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.multihoming.console.engine.Attachments.Selection;
import dev.multihoming.console.engine.Attachments.Target;
import dev.multihoming.console.engine.Engine.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One more network in the annotation of a manifest, and nothing else changed.
class NetworkAttachmentTest {
    private static final Selection STORAGE = new Selection("storage", "", "", "");

    private static final String DEPLOYMENT = """
            # The shop.
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              template:
                metadata:   # of the pods
                  labels:
                    app: web # the selector
                spec:
                  containers: [{name: app, image: registry.example/app}]
            """;

    @Test
    void theAnnotationOfATemplateIsAdded() {
        assertThat(attached(DEPLOYMENT, STORAGE)).isEqualTo(DEPLOYMENT.replace("app: web # the selector\n", """
                        app: web # the selector
                              annotations:
                                k8s.v1.cni.cncf.io/networks: storage
                        """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "storage | | | | storage",
                "data/storage | | | | data/storage",
                "storage | eth1 | | | storage@eth1",
                "storage | | 10.1.0.5/24 10.1.1.5/24 | | '[{\"name\": \"storage\", \"ips\": [\"10.1.0.5/24\",\"10.1.1.5/24\"]}]'",
                "data/storage | eth1 | | 02:00:00:00:00:01 |"
                        + " '[{\"name\": \"storage\", \"namespace\": \"data\", \"interface\": \"eth1\", \"mac\": \"02:00:00:00:00:01\"}]'",
                "it's,odd | | | | '[{\"name\": \"it''s,odd\"}]'"
            })
    void theShortFormIsWrittenWhereItCanSayAll(String network, String name, String ips, String mac, String annotation) {
        Selection asked = new Selection(network, orEmpty(name), orEmpty(ips), orEmpty(mac));
        String changed = attached(pod("metadata: {name: web}"), asked);
        assertThat(annotation(changed)).isEqualTo(annotation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "control | control, storage",
                "control@eth1,fast | control@eth1,fast, storage",
                "'[{\"name\": \"control\"}]' | '[{\"name\": \"control\"}, {\"name\": \"storage\"}]'",
                "'[{\"name\":\"a\",\"unknown\":1},{\"name\":\"b\"}]' |"
                        + " '[{\"name\":\"a\",\"unknown\":1},{\"name\":\"b\"},{\"name\": \"storage\"}]'"
            })
    void whatIsThereKeepsItsForm(String before, String after) {
        String pod = pod("metadata: {name: web, annotations: {k8s.v1.cni.cncf.io/networks: '%s'}}".formatted(before));
        assertThat(attached(pod, STORAGE)).isEqualTo(pod.replace("'" + before + "'", "'" + after + "'"));
    }

    @Test
    void addressesTurnTheShortFormIntoJson() {
        String pod = pod("metadata: {name: web, annotations: {k8s.v1.cni.cncf.io/networks: 'data/control@eth1'}}");
        assertThat(annotation(attached(pod, new Selection("storage", "", "10.1.0.5/24", ""))))
                .isEqualTo("[{\"name\": \"control\", \"namespace\": \"data\", \"interface\": \"eth1\"},"
                        + " {\"name\": \"storage\", \"ips\": [\"10.1.0.5/24\"]}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metadata: {name: web, annotations: {k8s.v1.cni.cncf.io/networks: control}}",
                "metadata:\n  annotations:\n    k8s.v1.cni.cncf.io/networks: control # one\n  name: web"
            })
    void aPlainTextIsQuotedWhereItMustBe(String metadata) {
        String pod = pod(metadata);
        String changed = attached(pod, STORAGE);
        assertThat(annotation(changed)).isEqualTo("control, storage");
        String addressed = attached(pod, new Selection("storage", "", "10.1.0.5/24", ""));
        assertThat(addressed)
                .isEqualTo(pod.replace(
                        "control", "'[{\"name\": \"control\"}, {\"name\": \"storage\", \"ips\": [\"10.1.0.5/24\"]}]'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metadata: {name: web}",
                "metadata:\n  name: web\n  annotations: {}",
                "metadata:\n  name: web\n  annotations:",
                "metadata:\n  annotations:\n    note: |\n      two\n      lines\n  name: web",
                "metadata:\r\n  name: web\r\n",
                "metadata:\n    name: web # mine\n    labels: {a: b}",
                "metadata:\n  name: web\n  annotations:\n    k8s.v1.cni.cncf.io/networks: ''"
            })
    void everyStyleIsKept(String metadata) {
        String pod = pod(metadata);
        String changed = attached(pod, STORAGE);
        assertThat(annotation(changed)).isEqualTo("storage");
        assertThat(pod.lines().filter(line -> line.contains("#") || line.contains("image")))
                .allSatisfy(line -> assertThat(changed).contains(line));
    }

    /// As the webhook reads it: there are no networks yet.
    @ParameterizedTest
    @ValueSource(strings = {"", " null", " ~", " '[]'", " ''"})
    void anAnnotationWithoutNetworksGetsTheFirst(String nothing) {
        String pod = pod("metadata:\n  name: web\n  annotations:\n    k8s.v1.cni.cncf.io/networks:" + nothing);
        assertThat(annotation(attached(pod, STORAGE))).isEqualTo("storage");
    }

    /// kubectl would take them for a boolean or a number.
    @ParameterizedTest
    @ValueSource(strings = {"y", "0b1", "0o17", "1e3", "0x1f", "on"})
    void namesThatAreNoStringsToYamlAreQuoted(String network) {
        Selection asked = new Selection(network, "", "", "");
        assertThat(attached(pod("metadata: {name: web}"), asked))
                .containsAnyOf("'" + network + "'", "\"" + network + "\"");
        assertThat(attached(pod("metadata:\n  name: web"), asked)).contains("networks: '" + network + "'");
        assertThat(attached(pod("metadata:\n  name: web\n  annotations:\n    k8s.v1.cni.cncf.io/networks: ''"), asked))
                .containsAnyOf("'" + network + "'", "\"" + network + "\"");
    }

    @Test
    void aTemplateWithoutMetadataGetsIt() {
        String text =
                "apiVersion: batch/v1\nkind: Job\nmetadata: {name: web}\nspec:\n  template:\n    spec:\n      containers: []\n";
        assertThat(attached(text, STORAGE))
                .isEqualTo(text + "    metadata:\n      annotations:\n        k8s.v1.cni.cncf.io/networks: storage\n");
    }

    @Test
    void theTargetIsFoundAmongOthers() {
        String other = pod("metadata: {name: other, namespace: shop}");
        Target web = new Target("Deployment", "shop", "web");
        String changed = NetworkAttachment.of(other + "---\n" + DEPLOYMENT, "default", web)
                .with(STORAGE, _ -> "");
        assertThat(changed).startsWith(other + "---\n# The shop.").contains("networks: storage");
        assertThatThrownBy(() -> attached(other + "---\n" + DEPLOYMENT, STORAGE))
                .hasMessageContaining("several");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metadata: {name: web, annotations: {k8s.v1.cni.cncf.io/networks: '[{'}} | storage | cannot be read",
                "metadata: {name: web, annotations: {k8s.v1.cni.cncf.io/networks: 3}} | storage | is not a string",
                "metadata: {name: web, annotations: {k8s.v1.cni.cncf.io/networks: [a]}} | storage | is not a string",
                "metadata: {name: web} | ' ' | Choose a network."
            })
    void whatCannotBeChangedIsRefused(String metadata, String network, String why) {
        assertThatThrownBy(() -> attached(pod(metadata), new Selection(network, "", "", "")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why);
    }

    @Test
    void otherTextsAreRefused() {
        assertThatThrownBy(() -> attached("a: b\n", STORAGE)).hasMessageContaining("Paste the manifest");
    }

    private static String pod(String metadata) {
        return "apiVersion: v1\nkind: Pod\n" + metadata
                + "\nspec:\n  containers:\n  - {name: app, image: registry.example/app}   # ours\n";
    }

    private static String attached(String text, Selection selection) {
        return NetworkAttachment.of(text, "default", Target.ONLY).with(selection, _ -> "");
    }

    private static String annotation(String text) {
        return NetworkAttachment.of(text, "default", Target.ONLY)
                .manifest()
                .object()
                .at("/metadata/annotations/k8s.v1.cni.cncf.io~1networks")
                .asText();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
