package dev.multihoming.cli.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.cli.manifest.Node.Style;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourceFixTest {
    private static final String HEAD = """
            # who made this
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: net-a, namespace: tenant-a}   # flow
            spec:
            """;
    private static final String BRIDGE = "{\"cniVersion\": \"0.3.1\", \"type\": \"bridge\", \"bridge\": \"br1\"}";
    private static final String MENDED =
            "{\"cniVersion\": \"0.3.1\", \"type\": \"bridge\", \"bridge\": \"br1\", \"vlan\": 0, \"macspoofchk\": true}";

    @Test
    void aBlockOfManyLinesGetsLinesLikeItsOwn() {
        assertThat(fixed(HEAD + """
                  config: |-   # of the platform team
                      {
                        "cniVersion": "0.3.1",
                        "type": "bridge",
                        "bridge": "br1"
                      }
                # the end
                """)).isEqualTo(HEAD + """
                  config: |-   # of the platform team
                      {
                        "cniVersion": "0.3.1",
                        "type": "bridge",
                        "bridge": "br1",
                        "vlan": 0,
                        "macspoofchk": true
                      }
                # the end
                """);
    }

    @Test
    void aFoldedBlockKeepsItsFolds() {
        assertThat(fixed(HEAD + """
                  config: >
                    {
                      "cniVersion": "0.3.1", "type": "bridge",
                      "bridge": "br1"
                    }
                """)).isEqualTo(HEAD + """
                  config: >
                    {
                      "cniVersion": "0.3.1", "type": "bridge",
                      "bridge": "br1",
                      "vlan": 0,
                      "macspoofchk": true
                    }
                """);
    }

    @Test
    void quotesAreKept() {
        String escaped = BRIDGE.replace("\"", "\\\"");
        String mended = MENDED.replace("\"", "\\\"");
        assertThat(fixed(HEAD + "  config: '" + BRIDGE + "'\n")).isEqualTo(HEAD + "  config: '" + MENDED + "'\n");
        assertThat(fixed(HEAD + "  config: \"" + escaped + "\"\n")).isEqualTo(HEAD + "  config: \"" + mended + "\"\n");
        assertThat(fixed(HEAD + "  config: &c !!str '" + BRIDGE + "' # here\n"))
                .isEqualTo(HEAD + "  config: &c !!str '" + MENDED + "' # here\n");
    }

    @Test
    void lineEndsAreKept() {
        String source = (HEAD + "  config: |\n    {\n      \"cniVersion\": \"0.3.1\", \"type\": \"bridge\",\n"
                        + "      \"bridge\": \"br1\"\n    }\n")
                .replace("\n", "\r\n");
        assertThat(fixed(source))
                .isEqualTo(source.replace(
                        "\"br1\"\r\n", "\"br1\",\r\n      \"vlan\": 0,\r\n      \"macspoofchk\": true\r\n"));
    }

    @Test
    void jsonIsEditedAsJson() {
        String source =
                "{\n\t\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [\n\t{\"apiVersion\": \"k8s.cni.cncf.io/v1\","
                        + " \"kind\": \"NetworkAttachmentDefinition\", \"metadata\": {\"name\": \"a\"},"
                        + "\n\t\"spec\": {\"config\": \"%s\"}}]\n}\n";
        assertThat(fixed(source.formatted(BRIDGE.replace("\"", "\\\""))))
                .isEqualTo(source.formatted(MENDED.replace("\"", "\\\"")));
    }

    @Test
    void everyItemOfAListIsMended() {
        String item = """
                - apiVersion: k8s.cni.cncf.io/v1
                  kind: NetworkAttachmentDefinition
                  metadata: {name: same, namespace: tenant-a}
                  spec: {config: '%s'}
                """;
        String list = "kind: List\napiVersion: v1\nitems:\n" + item + item;
        assertThat(fixed(list.formatted(BRIDGE, BRIDGE))).isEqualTo(list.formatted(MENDED, MENDED));
    }

    @Test
    void namesOfInterfacesAreWrittenInEachForm() {
        String pod = HEAD + "  config: '" + MENDED + "'\n" + """
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: app
                  namespace: tenant-a
                  annotations:
                    k8s.v1.cni.cncf.io/networks: %s
                spec: {containers: [{name: app, image: registry.example/app}]}
                """;
        assertThat(fixed(pod.formatted("net-a@net2, net-b"))).isEqualTo(pod.formatted("net-a@net2, net-b@net1"));
        assertThat(fixed(pod.formatted("'[{\"name\": \"net-a\", \"interface\": \"blue\"}]'")))
                .isEqualTo(pod.formatted("'[{\"name\": \"net-a\", \"interface\": \"net1\"}]'"));
    }

    @Test
    void whatTwoObjectsShareIsLeftToItsAuthor() {
        String shared = """
                kind: List
                apiVersion: v1
                items:
                - apiVersion: k8s.cni.cncf.io/v1
                  kind: NetworkAttachmentDefinition
                  metadata: {name: one}
                  spec: &spec {config: '%s'}
                - apiVersion: example.com/v1
                  kind: Copy
                  spec: *spec
                """.formatted(BRIDGE);
        SourceFix fix = fix(shared);
        assertThat(fix.text()).isEqualTo(shared);
        assertThat(fix.count()).isZero();
        assertThat(fix.left()).singleElement().satisfies(left -> {
            assertThat(left.object()).isEqualTo("NetworkAttachmentDefinition default/one");
            assertThat(left.field()).isEqualTo("spec.config");
            assertThat(left.why()).contains("cannot be edited in place");
        });
    }

    @Test
    void whatIsAddedToEachPodIsToldAndLeft() {
        String source = """
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: fast, annotations: {k8s.v1.cni.cncf.io/resourceName: example.com/fast}}
                spec: {config: '{"cniVersion": "0.3.1", "type": "sriov"}'}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: app, annotations: {k8s.v1.cni.cncf.io/networks: fast}}
                spec: {containers: [{name: app, image: registry.example/app}]}
                """;
        SourceFix fix = fix(source);
        assertThat(fix.text()).isEqualTo(source);
        assertThat(fix.left())
                .singleElement()
                .satisfies(left -> assertThat(left.why()).startsWith("it is added to each pod"));
    }

    /// Whatever comes out: nothing but the repairs has changed, and there is nothing left to repair.
    @ParameterizedTest
    @EnumSource(Style.class)
    void everyStyleIsMendedOrLeftAsItIs(Style style) {
        Random random = new Random(7);
        int mended = 0;
        for (int i = 0; i < 60; i++) {
            String source = HEAD + "  config: " + new RandomConfig(random).written(style);
            List<ManifestVerdict> before = judged(source);
            if (before.isEmpty()) {
                continue;
            }
            SourceFix fix = SourceFix.of(before.getFirst().manifest().source(), before);
            if (fix.count() == 0) {
                assertThat(fix.text()).isEqualTo(source);
                continue;
            }
            mended++;
            assertThat(ManifestDocuments.values(fix.text()))
                    .as(source)
                    .containsExactly(before.getFirst().creation().orElseThrow().stored());
            assertThat(fix(fix.text()).text()).as("again").isEqualTo(fix.text());
            assertThat(fix.text().lines()).as(source).startsWith(HEAD.lines().toArray(String[]::new));
        }
        assertThat(mended).isGreaterThan(style == Style.PLAIN ? -1 : 20);
    }

    private static String fixed(String source) {
        SourceFix fix = fix(source);
        assertThat(fix.left()).isEmpty();
        assertThat(fix(fix.text()).text()).as("again").isEqualTo(fix.text());
        return fix.text();
    }

    private static SourceFix fix(String text) {
        return SourceFix.of(new Source("test.yaml", text), judged(text));
    }

    /// What has repairs.
    private static List<ManifestVerdict> judged(String text) {
        ManifestCluster world = new ManifestCluster(ExternalNetworks.UNKNOWN);
        List<ManifestVerdict> judgements = new ArrayList<>();
        OfflineReviews reviews = new OfflineReviews(
                PolicyFiles.NONE.resolver(_ -> Map.of()), world, Clock.systemUTC(), (rule, failure) -> {
                    throw new AssertionError(rule.code(), failure);
                });
        Source source = new Source("test.yaml", text);
        ManifestReader.read(source, "default", piece -> {
            if (piece instanceof ManifestDocument.OfKubernetes(Manifest manifest)
                    && manifest.kind().equals("NetworkAttachmentDefinition")) {
                world.add(manifest);
            }
        });
        ManifestReader.read(source, "default", piece -> {
            if (piece instanceof ManifestDocument.OfKubernetes(Manifest manifest)) {
                ManifestVerdict judgement = reviews.judge(manifest);
                if (judgement.creation().filter(it -> !it.mutations().isEmpty()).isPresent()) {
                    judgements.add(judgement);
                }
            }
        });
        return judgements;
    }
}
