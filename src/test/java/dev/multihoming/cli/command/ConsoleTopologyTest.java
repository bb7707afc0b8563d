package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.console.engine.Overview;
import dev.multihoming.console.engine.Topology;
import dev.multihoming.console.engine.Topology.Filter;
import dev.multihoming.console.engine.Topology.Line;
import dev.multihoming.console.engine.Topology.Segment;
import dev.multihoming.console.engine.Topology.Segments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Networks by segment, on files.
class ConsoleTopologyTest {
    private static final String NETWORK = """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: %s, namespace: %s}
            spec:
              config: '{"cniVersion": "1.0.0", "name": "%1$s", "type": "bridge", "bridge": "br1", "vlan": %s,
                "ipam": {"type": "host-local", "ranges": [[{"subnet": "%s"}]]}}'
            ---
            """;

    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
              namespace: shop
              annotations: {k8s.v1.cni.cncf.io/networks: storage}
            spec: {containers: [{name: app, image: registry.example/app}]}
            """;

    @TempDir
    private Path folder;

    private Topology topology;

    @BeforeEach
    void networks() throws IOException {
        Files.writeString(
                folder.resolve("networks.yaml"),
                NETWORK.formatted("storage", "shop", 150, "10.1.0.0/24")
                        + NETWORK.formatted("backup", "archive", 150, "10.1.0.0/25")
                        + NETWORK.formatted("apart", "archive", 150, "10.9.0.0/25")
                        + NETWORK.formatted("alone", "shop", 7, "10.2.0.0/24")
                        + POD);
        topology = Consoles.engine(folder.toString()).topology();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--shared", "--overlaps", "--shared --overlaps"})
    void itListsWhatTheCommandLists(String options) {
        Segments shown = topology.segments(new Filter(
                "", "", options.contains("--shared"), options.contains("--overlaps"), true, Integer.MAX_VALUE));

        List<String> lines = new ArrayList<>();
        lines.add("SEGMENT," + String.join(",", shown.heads()));
        shown.shown()
                .forEach(segment -> segment.lines()
                        .forEach(line -> lines.add(segment.name() + "," + String.join(",", line.cells()))));
        String[] command = Stream.concat(
                        Stream.of("networks", folder.toString(), "--output=csv"),
                        Arrays.stream(options.split(" ")).filter(it -> !it.isEmpty()))
                .toArray(String[]::new);
        assertThat(String.join("\n", lines))
                .contains("shop")
                .isEqualTo(CommandRun.of(command)
                        .out()
                        .replace("\"", "")
                        .replace("\r", "")
                        .strip());
    }

    @Test
    void aSegmentTellsWhoSharesItAlsoWhereItsNetworksAreFiltered() {
        Segments shown = topology.segments(new Filter("", "", false, true, false, Integer.MAX_VALUE));

        Segment shared = shown.shown().getFirst();
        assertThat(shared.name()).isEqualTo("bridge br1, VLAN 150");
        assertThat(shared.isShared()).isTrue();
        assertThat(shared.lines()).extracting(line -> line.network().name()).containsExactly("backup", "storage");
        assertThat(shared.lines()).allMatch(Line::overlaps);
        assertThat(shown.heads()).contains("OVERLAPS").doesNotContain("PODS");
    }

    @Test
    void aFilterLeavesSegmentsWithAllTheirNetworks() {
        Segments ofShop = topology.segments(new Filter("shop", "sto", false, false, false, Integer.MAX_VALUE));

        assertThat(ofShop.segments()).isEqualTo(1);
        assertThat(ofShop.networks()).isEqualTo(3);
        assertThat(topology.segments(new Filter("absent", "", false, false, false, 9))
                        .shown())
                .isEmpty();
    }

    @Test
    void onlyTheFirstNetworksAreShown() {
        Segments cut = topology.segments(new Filter("", "", false, false, false, 2));

        assertThat(cut.segments()).isEqualTo(2);
        assertThat(cut.networks()).isEqualTo(4);
        assertThat(cut.shown()).flatExtracting(Segment::lines).hasSize(2);
    }

    @Test
    void theOverviewCountsWhatTheCommandsList() {
        Overview overview = Consoles.engine(folder.toString()).overview("");

        assertThat(overview.networks()).isEqualTo(new Overview.Networks(4, 2, 1, 2));
        assertThat(overview.notices()).isEmpty();
        assertThat(overview.installation()).isEmpty();
        Overview.Findings findings = overview.findings();
        assertThat(findings.objects()).isEqualTo(5);
        assertThat(findings.namespaces()).containsExactlyInAnyOrder("archive", "shop");
        String printed = CommandRun.of("policy", "diff", folder.toString(), "--not-installed")
                .out();
        assertThat(printed).contains(findings.denied() + " objects newly denied");
        assertThat(findings.rules())
                .filteredOn(rule -> rule.code().equals("MH249"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.total()).isEqualTo(3));
        assertThat(findings.worst()).isNotEmpty().hasSizeLessThanOrEqualTo(10);
    }

    /// A network whose segment is not known is on the page, too, and is no segment there either.
    @ParameterizedTest
    @ValueSource(strings = {"", "shop", "archive", "dark", "absent"})
    void theOverviewCountsTheSegmentsOfThePage(String namespace) throws IOException {
        Files.writeString(folder.resolve("unknown.yaml"), """
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: odd, namespace: dark}
                spec: {config: '{"cniVersion": "1.0.0", "name": "odd", "type": "no-such-plugin"}'}
                """);
        Overview.Networks tiles =
                Consoles.engine(folder.toString()).overview(namespace).networks();

        assertThat(tiles.segments()).isEqualTo(shown(namespace, false).segments());
        assertThat(tiles.shared()).isEqualTo(shown(namespace, true).segments());
        assertThat(shown("dark", false).segments()).isZero();
        assertThat(shown("dark", false).shown()).isNotEmpty();
    }

    private Segments shown(String namespace, boolean shared) {
        return topology.segments(new Filter(namespace, "", shared, false, false, Integer.MAX_VALUE));
    }

    @Test
    void theOverviewOfANamespaceCountsOnlyItsObjects() {
        Overview archive = Consoles.engine(folder.toString()).overview("archive");

        assertThat(archive.networks()).isEqualTo(new Overview.Networks(2, 1, 1, 1));
        assertThat(archive.findings().objects()).isEqualTo(2);
        assertThat(archive.findings().namespaces()).containsOnly("archive");
        assertThat(Consoles.engine(folder.toString())
                        .overview("absent")
                        .findings()
                        .objects())
                .isZero();
    }

    @Test
    void aFileThatCannotBeReadDoesNotHideTheOthers() throws IOException {
        Files.writeString(folder.resolve("broken.yaml"), "a: [");

        Segments shown = topology.segments(new Filter("", "", false, false, false, 9));
        assertThat(shown.networks()).isEqualTo(4);
        assertThat(shown.notices()).singleElement().asString().contains("broken.yaml");
        Overview overview = Consoles.engine(folder.toString()).overview("");
        assertThat(overview.networks().networks()).isEqualTo(4);
        assertThat(overview.findings().objects()).isEqualTo(5);
        assertThat(overview.notices()).isEqualTo(shown.notices());
    }
}
