package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.console.engine.Attachments;
import dev.multihoming.console.engine.Attachments.Details;
import dev.multihoming.console.engine.Attachments.Filter;
import dev.multihoming.console.engine.Attachments.Selection;
import dev.multihoming.console.engine.Attachments.Target;
import dev.multihoming.console.engine.Attachments.User;
import dev.multihoming.console.engine.Attachments.Workload;
import dev.multihoming.console.engine.Attachments.Workloads;
import dev.multihoming.console.engine.Engine;
import dev.multihoming.fixtures.Fixture;
import dev.multihoming.fixtures.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Network details and workloads on files.
class ConsoleAttachmentsTest {
    private static final Filter ALL = new Filter("", "", "");

    private static final String OBJECTS = """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: storage, namespace: shop}
            spec:
              config: '{"cniVersion": "1.0.0", "name": "storage", "type": "bridge", "bridge": "br1", "vlan": 150, "mtu": 9000,
                "ipam": {"type": "whereabouts", "range": "10.20.0.0/24"}}'
            ---
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: backup, namespace: archive}
            spec: {config: '{"cniVersion": "1.0.0", "name": "backup", "type": "bridge", "bridge": "br1", "vlan": 150}'}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              template:
                metadata: {annotations: {k8s.v1.cni.cncf.io/networks: storage}}
                spec: {containers: [{name: app, image: registry.example/app}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: db
              namespace: shop
              annotations:
                k8s.v1.cni.cncf.io/networks: '[{"name": "storage", "interface": "net1", "ips": ["10.20.0.9/24"]}]'
                k8s.v1.cni.cncf.io/network-status: '[{"name": "cbr0", "interface": "eth0", "ips": ["10.244.0.5"], "default": true},
                  {"name": "shop/other", "interface": "net1", "ips": ["10.30.0.9"], "mac": "02:00:00:00:00:01"}]'
            spec: {containers: [{name: app, image: registry.example/app}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: alone, namespace: shop}
            spec: {containers: [{name: app, image: registry.example/app}]}
            ---
            apiVersion: kubevirt.io/v1
            kind: VirtualMachine
            metadata: {name: desktop, namespace: archive}
            spec:
              template:
                spec:
                  domain: {devices: {interfaces: [{name: nic, bridge: {}}]}}
                  networks: [{name: nic, multus: {networkName: backup}}]
            """;

    @TempDir
    private Path folder;

    private Attachments attachments = new ConsoleEngine(List.of(), new JudgingOptions()).attachments();

    @BeforeEach
    void files() throws IOException {
        Path file = Files.writeString(folder.resolve("objects.yaml"), OBJECTS);
        Files.writeString(folder.resolve("broken.yaml"), "a: [\n");
        attachments = Consoles.engine(file.toString()).attachments();
    }

    @Test
    void aNetworkIsShownWithItsUsersAndNeighbors() {
        Details details = attachments.network("shop", "storage").orElseThrow();

        assertThat(details.facts())
                .extracting(it -> it.label() + ": " + it.value())
                .contains(
                        "Type: bridge",
                        "Segment: bridge br1, VLAN 150",
                        "Addresses assigned by: whereabouts",
                        "Ranges: 10.20.0.0/24",
                        "MTU: 9000");
        assertThat(details.segments())
                .singleElement()
                .satisfies(it -> assertThat(it.neighbors()).containsExactly("archive/backup"));
        assertThat(details.users())
                .containsExactly(
                        new User(new Target("Deployment", "shop", "web"), 0),
                        new User(new Target("Pod", "shop", "db"), 1));
        assertThat(details.consequences())
                .contains("If it is deleted, new pods of these do not start: Deployment shop/web.");
        assertThat(details.yaml())
                .startsWith("apiVersion: k8s.cni.cncf.io/v1\n")
                .contains("\"mtu\": 9000")
                .doesNotContain("---", "archive");
        assertThat(attachments.network("shop", "absent")).isEmpty();
    }

    @Test
    void theDetailsAreThoseThatTheCommandPrints() {
        Details details = attachments.network("shop", "storage").orElseThrow();
        String printed = CommandRun.of(
                        "networks",
                        "shop/storage",
                        folder.resolve("objects.yaml").toString())
                .out();

        assertThat(details.gets().lines().getLast())
                .allSatisfy(cell -> assertThat(printed).contains(cell));
        assertThat(details.consequences())
                .allSatisfy(sentence -> assertThat(printed).contains(sentence));
        assertThat(details.segments())
                .allSatisfy(segment -> assertThat(printed).contains("Segment  " + segment.name()));
    }

    /// An SR-IOV function goes to the guest itself; a network that is not known is bridged.
    @Test
    void theNetworkOfAMachineDecidesItsBinding() throws IOException {
        Files.writeString(folder.resolve("fast.yaml"), """
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata:
                  name: fast
                  namespace: archive
                  annotations: {k8s.v1.cni.cncf.io/resourceName: example.com/vf}
                spec: {config: '{"cniVersion": "1.0.0", "name": "fast", "type": "sriov"}'}
                """);
        Target desktop = new Target("VirtualMachine", "archive", "desktop");
        Attachments all = Consoles.engine(folder.toString()).attachments();

        assertThat(all.attach(OBJECTS, desktop, new Selection("fast", "", "", "")))
                .contains("{\"name\":\"fast\",\"sriov\":{}}");
        assertThat(all.attach(OBJECTS, desktop, new Selection("shop/storage", "", "", "")))
                .contains("{\"name\":\"storage\",\"bridge\":{}}");
        assertThat(all.attach(OBJECTS, desktop, new Selection("absent", "", "", "")))
                .contains("{\"name\":\"absent\",\"bridge\":{}}");
    }

    @Test
    void workloadsShowWhatIsRequestedPredictedAndReported() {
        Workloads all = attachments.workloads(ALL);

        assertThat(all.total()).isEqualTo(3);
        assertThat(all.shown())
                .extracting(it -> it.object().toString())
                .containsExactly(
                        new Target("VirtualMachine", "archive", "desktop").toString(),
                        new Target("Deployment", "shop", "web").toString(),
                        new Target("Pod", "shop", "db").toString());
        Workload pod = all.shown().getLast();
        assertThat(pod.requested()).containsExactly("shop/storage as net1, 10.20.0.9/24");
        assertThat(pod.differs()).isTrue();
        assertThat(pod.interfaces())
                .extracting(it -> it.name() + " " + it.difference())
                .containsExactly("eth0 ", "net1 on another network");
        assertThat(pod.interfaces().getLast().reported()).isEqualTo("shop/other: 10.30.0.9, MAC 02:00:00:00:00:01");
        assertThat(all.shown().getFirst().reports()).isFalse();
        assertThat(all.shown().getFirst().requested()).containsExactly("archive/backup");
    }

    @Test
    void filtersChooseWorkloads() {
        assertThat(attachments.workloads(new Filter("archive", "", "")).total()).isEqualTo(1);
        assertThat(attachments.workloads(new Filter("", "we", "")).total()).isEqualTo(1);
        assertThat(attachments.workloads(new Filter("", "", "shop/storage")).total())
                .isEqualTo(2);
        assertThat(attachments.workloads(new Filter("absent", "", "")).shown()).isEmpty();
    }

    @Test
    void anUnreadableFileIsANoticeAndHidesNoOther() {
        Workloads all = Consoles.engine(folder.toString()).attachments().workloads(ALL);
        assertThat(all.total()).isEqualTo(3);
        assertThat(all.notices()).singleElement().asString().contains("broken.yaml");
    }

    @Test
    void choicesAreTheNetworksOfTheNamespace() {
        assertThat(attachments.choices("shop")).containsExactly("storage");
        assertThat(attachments.choices("")).containsExactly("archive/backup", "shop/storage");
    }

    /// What `explain` prints of each fixture has every interface that the page predicts.
    @TestFactory
    Stream<DynamicTest> predictionsAreThoseOfExplain() {
        return Fixtures.all().stream()
                .map(fixture -> DynamicTest.dynamicTest(fixture.toString(), () -> isPredicted(fixture)));
    }

    private static void isPredicted(Fixture fixture) throws IOException {
        Engine engine = Consoles.engine(fixture.file().toString());
        for (Workload workload : engine.attachments().workloads(ALL).shown()) {
            String printed = engine.explain(Files.readString(fixture.file()));
            assertThat(workload.interfaces())
                    .filteredOn(it -> !it.predicted().isEmpty())
                    .allSatisfy(it -> assertThat(printed.lines())
                            .anyMatch(line -> line.startsWith(it.name()) && line.contains(it.network())));
            assertThat(workload.remarks())
                    .allSatisfy(remark -> assertThat(printed).contains(remark));
        }
    }
}
