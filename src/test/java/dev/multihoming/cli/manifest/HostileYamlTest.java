package dev.multihoming.cli.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A file of a stranger's must cost neither memory nor the stack, and never ends the check of the others.
class HostileYamlTest {
    private static final String OBJECT = "apiVersion: v1\nkind: Pod\nmetadata: {name: app}\n";

    @Test
    void aliasesThatMultiplyAreNotFollowed() {
        String bomb = IntStream.range(1, 12)
                .mapToObj(i -> "a%d: &a%d [%s]"
                        .formatted(
                                i,
                                i,
                                IntStream.range(0, 9)
                                        .mapToObj(_ -> i == 1 ? "x" : "*a" + (i - 1))
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining("\n"));
        assertThat(broken(OBJECT + bomb)).contains("aliases that come to more than");
    }

    @Test
    void anAliasOfItselfIsNotFollowed() {
        StringBuilder merges = new StringBuilder("m0: &m0 {}\n");
        for (int i = 1; i < 30; i++) {
            merges.append("m%d: &m%d {<<: [%s]}\n".formatted(i, i, ("*m" + (i - 1) + ", ").repeat(30)));
        }
        assertThat(broken(OBJECT + merges)).contains("aliases that come to more than");
        String list = "apiVersion: v1\nkind: List\nx: &x [" + "a, ".repeat(100_000) + "]\nitems:\n"
                + "- {apiVersion: v1, kind: ConfigMap, x: *x}\n".repeat(100);
        assertThat(broken(list)).contains("aliases that come to more than");
        String keys = "k: &k " + "k".repeat(100_000) + "\nl:\n" + "- {*k : 1}\n".repeat(100);
        assertThat(broken(OBJECT + keys)).contains("aliases that add more than");
        String texts = "a: &a \"" + "x".repeat(100_000) + "\"\nb: [" + "*a, ".repeat(100) + "]\n";
        assertThat(broken(OBJECT + texts)).contains("aliases that add more than");
        assertThat(broken(OBJECT + "a: &a [*a]\n")).contains("an alias inside of what it stands for");
    }

    @Test
    void depthIsBounded() {
        assertThat(broken(OBJECT + "a: " + "[".repeat(100_000))).isNotEmpty();
        assertThat(broken("{\"a\":".repeat(100_000))).isNotEmpty();
        assertThat(broken(OBJECT + "a:\n"
                        + IntStream.range(1, 2_000)
                                .mapToObj(i -> " ".repeat(i) + "a:\n")
                                .collect(Collectors.joining())))
                .isNotEmpty();
    }

    @Test
    void longTextsAreRead() {
        String text = "x".repeat(3_000_000);
        assertThat(read(OBJECT + "a: " + text + "\n")).hasSize(1);
        assertThat(read(OBJECT + "k".repeat(2_000) + ": 1\n")).isNotEmpty();
        assertThat(read("---\n".repeat(100_000) + OBJECT)).hasSize(1);
    }

    @Test
    void manyFindingsInOneTextAreBounded() {
        String networks =
                IntStream.range(0, 5_000).mapToObj(i -> "team-b/n" + i).collect(Collectors.joining(","));
        assertThat(judged(OBJECT.replace("}", ", annotations: {k8s.v1.cni.cncf.io/networks: '" + networks + "'}}")))
                .hasSizeLessThan(5_000);
    }

    /// Whatever stands in a file: something is said of it, and nothing throws.
    @Test
    void anyTextIsAnswered() {
        Random random = new Random(11);
        List<String> parts = List.of(
                "apiVersion: v1\n",
                "kind: Pod\n",
                "kind: List\n",
                "items:\n",
                "- ",
                "metadata: ",
                "{",
                "}",
                "[",
                "]",
                "&a ",
                "*a",
                "!!binary x",
                "!x ",
                "|\n",
                ">\n",
                "  ",
                "\n",
                "\t",
                "'",
                "\"",
                "\\u00",
                "<<: ",
                "? ",
                ": ",
                "---\n",
                "...\n",
                "%YAML 1.1\n",
                "#",
                "\u0000",
                "\uFEFF",
                "😀",
                "\uD83D",
                "\r",
                "{{ x }}",
                "name: a\n",
                "annotations:\n",
                "k8s.v1.cni.cncf.io/networks: ",
                "@eth0",
                "null",
                "1e999999999",
                "0x",
                "2026-01-01");
        for (int i = 0; i < 4_000; i++) {
            String text = random.ints(random.nextInt(25), 0, parts.size())
                    .mapToObj(parts::get)
                    .collect(Collectors.joining());
            assertThat(judged(text)).isNotNull();
        }
    }

    private static String broken(String text) {
        return read(text).stream()
                .filter(ManifestDocument.Broken.class::isInstance)
                .map(piece -> ((ManifestDocument.Broken) piece).fact())
                .collect(Collectors.joining());
    }

    private static List<ManifestDocument> read(String text) {
        List<ManifestDocument> pieces = new ArrayList<>();
        ManifestReader.read(new Source("hostile.yaml", text), "default", pieces::add);
        return pieces;
    }

    private static List<Problem> judged(String text) {
        OfflineReviews reviews = new OfflineReviews(
                PolicyFiles.NONE.resolver(_ -> Map.of()),
                new ManifestCluster(ExternalNetworks.NOTHING),
                Clock.systemUTC(),
                (rule, failure) -> {
                    throw new AssertionError(rule.code(), failure);
                });
        List<Problem> problems = new ArrayList<>();
        for (ManifestDocument piece : read(text)) {
            if (piece instanceof ManifestDocument.OfKubernetes(Manifest manifest)) {
                problems.addAll(reviews.judge(manifest).problems());
            }
        }
        return problems;
    }
}
