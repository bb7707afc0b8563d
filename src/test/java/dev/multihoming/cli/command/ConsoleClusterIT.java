package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.console.engine.Attachments;
import dev.multihoming.console.engine.Attachments.Filter;
import dev.multihoming.console.engine.Attachments.Selection;
import dev.multihoming.console.engine.Attachments.Target;
import dev.multihoming.console.engine.Engine;
import dev.multihoming.console.engine.Governance;
import dev.multihoming.console.engine.Governance.Governed;
import dev.multihoming.console.engine.Overview;
import dev.multihoming.console.engine.PolicyChanges;
import dev.multihoming.console.engine.Topology;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.OnControlPlane;
import dev.multihoming.plane.ProgramOutcome;
import dev.multihoming.plane.TestNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The console on a real API server, with the rights of its user and no others.
@OnControlPlane
class ConsoleClusterIT {
    /// As fabric8 reads it in place of the variable.
    private static final String KUBECONFIG = "kubeconfig";

    private static final YAMLMapper YAML = new YAMLMapper();

    private static final String NETWORK = """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: %s}
            spec:
              config: '{"cniVersion": "1.0.0", "name": "storage", "type": "bridge", "bridge": "br9", "vlan": 150}'
            """;

    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
              namespace: %s
              annotations: {k8s.v1.cni.cncf.io/networks: %s}
            spec: {containers: [{name: app, image: registry.example/app}]}
            """;

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata:
                  labels: {app: web}
                  annotations: {k8s.v1.cni.cncf.io/networks: storage}
                spec: {containers: [{name: app, image: registry.example/app}]}
            """;

    private final Cluster cluster;
    private final TestNamespace namespace;

    @TempDir
    private Path home;

    ConsoleClusterIT(Cluster cluster, TestNamespace namespace) {
        this.cluster = cluster;
        this.namespace = namespace;
    }

    @BeforeEach
    void aNetworkIsThere() {
        namespace.kubectl().apply(NETWORK.formatted("storage")).orThrow("Making a network");
        System.setProperty(
                KUBECONFIG, cluster.controlPlane().kubeconfig().toAbsolutePath().toString());
    }

    @AfterEach
    void theMachinesOwnKubeconfigCountsAgain() {
        System.clearProperty(KUBECONFIG);
    }

    @Test
    void networksOfTheClusterAreListed() {
        Engine.Networks listed = Consoles.engine().networks("");

        assertThat(listed.notices()).isEmpty();
        assertThat(listed.all())
                .anySatisfy(it -> assertThat(it)
                        .isEqualTo(new Engine.Network(
                                namespace.name(), "storage", "bridge", "", "in the cluster", it.findings())));
        assertThat(Consoles.engine().networks("absent").all()).isEmpty();
    }

    @Test
    void aFileGoesBeforeTheObjectThatItWouldReplace() throws IOException {
        String file =
                NETWORK.formatted("storage, namespace: " + namespace.name()).replace("br9", "br10");
        Path path = Files.writeString(home.resolve("storage.yaml"), file);
        Engine both = Consoles.onFilesAndCluster(path.toString());

        assertThat(both.networks(namespace.name()).all())
                .extracting(Engine.Network::source)
                .containsExactly(path.toString());
        assertThat(both.network(namespace.name(), "storage")).contains(file);
    }

    @Test
    void aNetworkIsEditedAsTheClusterHasIt() {
        Engine console = Consoles.engine();
        String text = console.network(namespace.name(), "storage").orElseThrow();

        assertThat(text).contains("br9", "resourceVersion: \"").doesNotContain("managedFields");
        assertThat(console.form(text).orElseThrow().fields()).containsEntry("vlan", "150");
        assertThat(console.network(namespace.name(), "absent")).isEmpty();
        assertThat(console.network("../" + namespace.name(), "storage")).isEmpty();
    }

    /// It would lead to another path of the API server.
    @Test
    void aNamespaceThatCannotExistIsAskedOfNobody() {
        Engine console = Consoles.engine();
        String strange = "default/services/http:other:80/proxy/x?";

        Engine.Networks listed = console.networks(strange);
        assertThat(listed.all()).isEmpty();
        assertThat(listed.notices()).isEmpty();
        assertThat(console.check(POD.formatted(strange, "storage")).notices()).isEmpty();
        assertThat(console.explain(POD.formatted(strange, "storage"))).isNotEmpty();
    }

    @Test
    void aDraftIsJudgedAmongWhatTheClusterHas() {
        Engine console = Consoles.engine();

        assertThat(console.check(POD.formatted(namespace.name(), "absent")).findings())
                .extracting(Engine.Finding::code)
                .contains("MH107");
        assertThat(console.check(POD.formatted(namespace.name(), "storage")).findings())
                .extracting(Engine.Finding::code)
                .doesNotContain("MH107");
        assertThat(console.explain(POD.formatted(namespace.name(), "storage"))).contains("bridge br9");
    }

    @Test
    void withoutRightsNothingIsToldOfWhatIsThere() throws IOException {
        asTenant();
        Engine console = Consoles.engine();

        Engine.Networks all = console.networks("");
        assertThat(all.all()).isEmpty();
        assertThat(all.notices())
                .contains("You may not list network-attachment-definitions of all namespaces."
                        + " Filter by a namespace to ask for its own.");
        Engine.Networks hidden = console.networks("default");
        assertThat(hidden.all()).isEmpty();
        assertThat(hidden.notices()).contains("You may not list network-attachment-definitions in namespace default.");
        assertThat(refusal(console, "default", "storage"))
                .isEqualTo(refusal(console, "kube-system", "storage").replace("kube-system", "default"));
    }

    @Test
    void aNetworkIsShownWithItsUsers() {
        namespace.kubectl().apply(DEPLOYMENT).orThrow("Making a workload");
        Attachments console = Consoles.engine().attachments();

        Attachments.Details details =
                console.network(namespace.name(), "storage").orElseThrow();
        assertThat(details.users())
                .extracting(it -> it.object())
                .contains(new Target("Deployment", namespace.name(), "web"));
        assertThat(details.yaml()).contains("br9").doesNotContain("managedFields");
        assertThat(console.network(namespace.name(), "absent")).isEmpty();
        Attachments.Workloads workloads = console.workloads(new Filter(namespace.name(), "web", ""));
        assertThat(workloads.notices()).isEmpty();
        assertThat(workloads.shown())
                .filteredOn(it -> it.object().kind().equals("Deployment"))
                .singleElement()
                .satisfies(it -> assertThat(it.interfaces())
                        .extracting(Attachments.Interface::predicted)
                        .last()
                        .asString()
                        .contains("bridge br9"));
    }

    @Test
    void aTenantSeesNothingOfOtherNamespacesInDetailsAndWorkloads() throws IOException {
        namespace.kubectl().apply(DEPLOYMENT).orThrow("Making a workload");
        asTenant();
        Attachments console = Consoles.engine().attachments();

        Attachments.Details own = console.network(namespace.name(), "storage").orElseThrow();
        assertThat(own.users()).isEmpty();
        assertThat(own.notices())
                .anySatisfy(it -> assertThat(it)
                        .startsWith("You may not list these in namespace " + namespace.name() + ": ")
                        .contains("pods", "deployments"));
        assertThat(own.segments())
                .flatExtracting(Attachments.Segment::neighbors)
                .allSatisfy(it -> assertThat(it).startsWith(namespace.name() + "/"));
        assertThat(refusalOfDetails(console, "default", "storage"))
                .isEqualTo(refusalOfDetails(console, "kube-system", "storage").replace("kube-system", "default"));
        for (String where : List.of("", "default", "absent", namespace.name())) {
            Attachments.Workloads workloads = console.workloads(new Filter(where, "", ""));
            assertThat(workloads.total()).isZero();
            assertThat(workloads.notices())
                    .anySatisfy(it -> assertThat(it).startsWith("You may not list these in namespace"));
        }
        assertThat(console.choices("default")).isEmpty();
        assertThat(console.choices(namespace.name())).containsExactly("storage");
    }

    @Test
    void aTenantSeesSegmentsOfTheNetworksThatItMayList() throws IOException {
        Topology.Filter all = new Topology.Filter("", "", false, false, true, 1_000);
        assertThat(Consoles.engine().topology().segments(all).shown())
                .anySatisfy(segment -> assertThat(segment.lines())
                        .extracting(Topology.Line::network)
                        .contains(new Target("NetworkAttachmentDefinition", namespace.name(), "storage")));

        asTenant();
        Topology tenant = Consoles.engine().topology();
        Topology.Segments own = tenant.segments(new Topology.Filter(namespace.name(), "", false, false, true, 9));
        assertThat(own.shown()).singleElement().satisfies(segment -> {
            assertThat(segment.isShared()).isFalse();
            assertThat(segment.lines())
                    .extracting(line -> line.network().namespace())
                    .containsExactly(namespace.name());
            // Users could not be counted.
            assertThat(segment.lines().getFirst().cells()).contains("?");
        });
        assertThat(own.notices()).anySatisfy(it -> assertThat(it).startsWith("You may not list network-attach"));
        assertThat(tenant.segments(new Topology.Filter("kube-system", "", false, false, false, 9))
                        .shown())
                .isEmpty();
        assertThat(tenant.segments(new Topology.Filter("../x", "", true, true, false, 9))
                        .shown())
                .isEmpty();
    }

    @Test
    void theOverviewOfATenantCountsWhatItMayList() throws IOException {
        Overview.Findings all = Consoles.engine().overview(namespace.name()).findings();
        assertThat(all.objects()).isPositive();

        asTenant();
        Overview own = Consoles.engine().overview("");
        assertThat(own.networks().networks()).isZero();
        assertThat(own.findings().objects()).isZero();
        assertThat(own.notices())
                .anySatisfy(it -> assertThat(it).startsWith("Not judged: pods, which you may not list"));
        assertThat(own.installation())
                .filteredOn(it -> it.subject().endsWith("webhooks"))
                .extracting(Overview.Part::grade)
                .containsOnly("not permitted");
        assertThat(Consoles.engine().overview(namespace.name()).networks().networks())
                .isEqualTo(1);
    }

    @Test
    void whatIfJudgesOnlyWhatItsUserMayList() throws IOException {
        namespace.kubectl().apply(DEPLOYMENT).orThrow("Making a workload");
        cluster.kubectl().run("apply", "--kustomize=kustomize/crds").orThrow("Installing our CRDs");
        PolicyChanges.Proposal nothingNow = new PolicyChanges.Proposal("", "*", "Enforce", "", namespace.name(), true);
        assertThat(Consoles.engine().policies().whatIf(nothingNow, 100).gaps()).isEmpty();

        cluster.kubectl()
                .run("apply", "--filename=kustomize/base/namespace.yaml", "--filename=kustomize/base/rbac.yaml")
                .orThrow("Letting everybody read policies");
        asTenant();
        PolicyChanges tenant = Consoles.engine().policies();
        Eventually.holds(
                "the right to read policies", () -> tenant.existing().notices().isEmpty());
        assertThat(tenant.whatIf(nothingNow, 100).gaps())
                .anySatisfy(it -> assertThat(it).startsWith("Not judged: pods, which you may not list there."));
        PolicyChanges.Outcome everywhere =
                tenant.whatIf(new PolicyChanges.Proposal("", "*", "Enforce", "", "", true), 100);
        assertThat(everywhere.sections()).isEmpty();
        assertThat(everywhere.gaps())
                .contains("Not judged: pods, which you may not list in all namespaces; choose one.");
    }

    @Test
    void theManifestOfAWorkloadIsReadWithTheRightsOfItsUser() throws IOException {
        namespace.kubectl().apply(DEPLOYMENT).orThrow("Making a workload");
        Target web = new Target("Deployment", namespace.name(), "web");
        Attachments console = Consoles.engine().attachments();
        String text = console.manifest(web).orElseThrow();
        String attached = console.attach(text, web, new Selection("storage", "", "", ""));
        assertThat(attached).contains("networks: storage, storage");
        assertThat(console.interfaces(attached, web).lines()).hasSize(4);

        asTenant();
        Attachments tenant = Consoles.engine().attachments();
        assertThat(refusalOf(tenant, web))
                .isEqualTo(refusalOf(tenant, new Target("Deployment", namespace.name(), "absent"))
                        .replace("absent", "web"));
    }

    private static String refusalOfDetails(Attachments console, String where, String name) {
        return catchThrowableOfType(Engine.Refused.class, () -> {
                    var _ = console.network(where, name);
                })
                .sentence();
    }

    private static String refusalOf(Attachments console, Target target) {
        return catchThrowableOfType(Engine.Refused.class, () -> {
                    var _ = console.manifest(target);
                })
                .sentence();
    }

    @Test
    void theNamespaceOfAUserIsListed() throws IOException {
        asTenant();
        Engine console = Consoles.engine();

        assertThat(console.networks(namespace.name()).all())
                .extracting(Engine.Network::name)
                .containsExactly("storage");
        assertThat(console.check(POD.formatted(namespace.name(), "absent")).findings())
                .extracting(Engine.Finding::code)
                .contains("MH107");
    }

    /// A tenant may not list namespaces, and asks for its own.
    @Test
    void policiesNameNoNamespaceOfOthers() throws IOException {
        asTenant();
        Governance governance = Consoles.engine().governance();

        assertThat(governance.state("", 10).governed()).isEmpty();
        assertThat(governance.state("", 10).notices())
                .anyMatch(it -> it.startsWith("You may not list the namespaces of the cluster"));
        assertThat(governance.state(namespace.name(), 10).governed())
                .extracting(Governed::namespace)
                .containsExactly(namespace.name());
    }

    /// Other classes leave the installed roles in this control plane, which let everybody read policies.
    @Test
    void whoMayNotReadThePoliciesHearsThatTheBuiltInOneJudges() throws IOException {
        cluster.kubectl()
                .run("delete", "clusterrolebinding", "multihoming-policy-reader", "--ignore-not-found")
                .orThrow("Taking the right to read policies away");
        asTenant();

        awaitNotices(
                notices -> notices.size() == 1 && notices.getFirst().contains("The built-in policy applies instead"),
                "the built-in policy");
    }

    @Test
    void whoMayReadThePoliciesIsJudgedByThem() throws IOException {
        cluster.kubectl().run("apply", "--kustomize=kustomize/crds").orThrow("Installing our CRDs");
        cluster.kubectl()
                .run("apply", "--filename=kustomize/base/namespace.yaml", "--filename=kustomize/base/rbac.yaml")
                .orThrow("Letting everybody read policies");
        asTenant();

        awaitNotices(List::isEmpty, "no notice");
    }

    /// The API server hears of a change of roles a moment later.
    private void awaitNotices(Predicate<List<String>> expected, String what) {
        Eventually.holds(
                what,
                () -> expected.test(Consoles.engine()
                        .check(POD.formatted(namespace.name(), "storage"))
                        .notices()));
    }

    @Test
    void anExpiredTokenIsToldAndDraftsAreStillChecked() throws IOException {
        as("expired");
        Engine console = Consoles.engine();

        assertThat(console.networks("").notices()).singleElement().asString().contains("your login may have expired");
        assertThat(refusalOfDetails(console.attachments(), "default", "storage"))
                .contains("your login may have expired");
        assertCheckedWithout(console, "your login may have expired");
    }

    @Test
    void aClusterThatDoesNotAnswerIsTold() throws IOException {
        kubeconfig(config -> config.withArray("clusters")
                .forEach(it -> ((ObjectNode) it.path("cluster")).put("server", "https://127.0.0.1:1")));

        assertCheckedWithout(Consoles.engine(), "the cluster does not answer");
    }

    @Test
    void withoutAClusterDraftsAreChecked() throws IOException {
        System.setProperty(
                KUBECONFIG, Files.writeString(home.resolve("none"), "{}").toString());
        Engine console = Consoles.engine();

        assertCheckedWithout(console, "There is no cluster");
        assertThat(console.draft("bridge", "", "dev", Map.of("bridge", "br1"))).contains("br1");
    }

    private static void assertCheckedWithout(Engine console, String why) {
        Engine.Review review = console.check(NETWORK.formatted("drafted").replace("150", "4095"));
        assertThat(review.findings()).isNotEmpty();
        assertThat(review.notices()).singleElement().asString().contains(why);
        assertThat(console.networks("").all()).isEmpty();
        assertThat(console.explain(POD.formatted("shop", "storage"))).contains("no cluster was asked");
    }

    private static String refusal(Engine console, String where, String name) {
        return catchThrowableOfType(Engine.Refused.class, () -> {
                    var _ = console.network(where, name);
                })
                .sentence();
    }

    /// The API server hears of its own accounts and roles a moment later.
    private void asTenant() throws IOException {
        as(tenant());
        Eventually.holds(
                "the tenant's rights",
                () -> !Consoles.engine().networks(namespace.name()).all().isEmpty());
    }

    /// The token of an account that may read the networks of the namespace.
    private String tenant() {
        String account = "--serviceaccount=" + namespace.name() + ":tenant";
        String networks = "--resource=network-attachment-definitions.k8s.cni.cncf.io";
        createIfAbsent("serviceaccount", "tenant");
        createIfAbsent("role", "networks", "--verb=get,list", networks);
        createIfAbsent("rolebinding", "networks", "--role=networks", account);
        return namespace
                .kubectl()
                .run("create", "token", "tenant")
                .orThrow("Asking for a token")
                .strip();
    }

    private void createIfAbsent(String... what) {
        String[] create = Stream.concat(Stream.of("create"), Stream.of(what)).toArray(String[]::new);
        ProgramOutcome made = namespace.kubectl().run(create);
        assertThat(made.succeeded() || made.stderr().contains("already exists"))
                .as(made.stderr())
                .isTrue();
    }

    private void as(String token) throws IOException {
        kubeconfig(config -> config.withArray("users")
                .forEach(user ->
                        ((ObjectNode) user).set("user", YAML.createObjectNode().put("token", token))));
    }

    private void kubeconfig(Consumer<ObjectNode> change) throws IOException {
        ObjectNode config = (ObjectNode) YAML.readTree(cluster.controlPlane().kubeconfigYaml());
        change.accept(config);
        System.setProperty(
                KUBECONFIG,
                Files.writeString(home.resolve("changed"), YAML.writeValueAsString(config))
                        .toString());
    }
}
