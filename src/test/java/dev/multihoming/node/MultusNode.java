package dev.multihoming.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.conformance.Namespaces;
import dev.multihoming.conformance.NodePrograms;
import dev.multihoming.plane.BuiltOnce;
import dev.multihoming.plane.ControlPlane;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/// A node of a cluster, with the real Multus, whereabouts and CNI plugins. The cluster's own network is a
/// bridge with addresses of host-local. The node is a network namespace, and so is its one pod; programs see an
/// /etc and a /var/lib of the node's own, and the rest of this machine's files without being able to write
/// them.
///
/// [#renew] begins with a new node and a new pod, [#add] attaches the pod to what its object in the API server says,
/// [#del] detaches it.
final class MultusNode implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NODE = "node";
    private static final String POD = "pod";
    private static final int LONGEST_MESSAGE = 600;
    private static final int REPETITIONS = 5;

    /// A program that can write nothing but what belongs to its node. "$0" is the node's folder.
    private static final String CONFINED = """
            mount --rbind /run/netns "$0/run/netns" && mount --rbind "$0/run" /run &&
            mount --bind "$0/lib" /var/lib && mount --bind "$0/etc" /etc && mount -o remount,bind,ro / && exec "$@\"""";

    private final Namespaces namespaces = new Namespaces();
    private final NodePrograms programs = new NodePrograms();
    private final NodeFolders folders = NodeFolders.create();
    private final ApiGate gate;
    private final NodeConfig settings;
    private String config;
    private Set<String> before = Set.of();

    /// Where the programs cannot be built, [dev.multihoming.conformance.NeedsNetworkNamespaces] has skipped the test.
    MultusNode(ControlPlane plane) {
        List.of("cni-plugins", "multus", "whereabouts")
                .forEach(name -> folders.link(BuiltOnce.of(name).orElseThrow()));
        this.gate = new ApiGate(plane, folders.home());
        this.settings = new NodeConfig(folders);
        settings.writeKubeconfig(MultusAccount.kubeconfig(plane, gate.server()));
        settings.writeWhereabouts();
        this.config = settings.multus(0);
    }

    /// Whether the node has the program that this type of plugin names.
    boolean hasPlugin(String type) {
        return folders.hasPlugin(type);
    }

    /// A node on which nothing was ever attached, with these links (lines of `ip -batch`), and a new pod. Links that
    /// cannot be made are left out.
    void renew(List<String> links) {
        folders.forget();
        namespaces.renew(NODE, POD);
        gate.connect(namespaces, NODE);
        // It goes on behind a line that fails.
        namespaces.program(NODE, Map.of(), "ip", "-force", "-batch", "-").run(String.join("\n", links) + "\n");
        before = new HashSet<>();
        links(namespaces).forEach(link -> before.add(link.path("ifname").asText()));
    }

    /// Tells Multus, as the kubelet does, which devices the containers of that pod were given: as many as they
    /// ask for.
    void allocateDevices(JsonNode pod) {
        settings.writeCheckpoint(pod);
    }

    /// Lets Multus attach that many networks to every pod, before the pod's own.
    void attachToEveryPod(int networks) {
        config = settings.multus(networks);
    }

    /// Gives the node a file with a config, for a network that has none of its own.
    void writeConfig(String network) {
        settings.writeNetwork(network);
    }

    /// The tables of the node's firewall, as `nft` lists them.
    String firewallTables() {
        return namespaces
                .program(NODE, Map.of(), "env", "PATH=/usr/sbin:/sbin:/usr/bin:/bin", "nft", "list", "tables")
                .run("")
                .orThrow("listing the tables of the firewall");
    }

    NodeAnswer add(String namespace, String name, String uid) {
        return repeated("ADD", namespace, name, uid);
    }

    NodeAnswer del(String namespace, String name, String uid) {
        return repeated("DEL", namespace, name, uid);
    }

    /// Whether a program succeeds on the node, with what plugins see there.
    boolean tries(List<String> command) {
        return BoundedRun.of(confined(Map.of(), command), Map.of(), "", name())
                .outcome()
                .succeeded();
    }

    /// Multus waits for its pod for 2.5 seconds, in which a busy machine may answer nothing; nothing is attached by
    /// then.
    private NodeAnswer repeated(String verb, String namespace, String name, String uid) {
        NodeAnswer answer = call(verb, namespace, name, uid);
        for (int left = REPETITIONS; left > 0 && isTooLate(answer); left--) {
            answer = call(verb, namespace, name, uid);
        }
        return answer;
    }

    private static boolean isTooLate(NodeAnswer answer) {
        return !answer.succeeded() && answer.error().contains("error waiting for pod");
    }

    private NodeAnswer call(String verb, String namespace, String name, String uid) {
        Map<String, String> environment = Map.of(
                "CNI_COMMAND",
                verb,
                "CNI_CONTAINERID",
                "sandbox" + uid.replace("-", ""),
                "CNI_NETNS",
                namespaces.path(POD),
                "CNI_IFNAME",
                "eth0",
                "CNI_ARGS",
                "IgnoreUnknown=true;K8S_POD_NAMESPACE=%s;K8S_POD_NAME=%s;K8S_POD_INFRA_CONTAINER_ID=sandbox%s;K8S_POD_UID=%s"
                        .formatted(namespace, name, uid.replace("-", ""), uid),
                "CNI_PATH",
                folders.programs().toString(),
                "NODENAME",
                "node");
        List<String> command = confined(
                environment, List.of(folders.programs().resolve("multus").toString()));
        BoundedRun run = BoundedRun.of(command, environment, config, name());
        return new NodeAnswer(run, error(run), newLinks(), routes());
    }

    private List<String> confined(Map<String, String> environment, List<String> program) {
        List<String> command = new ArrayList<>(namespaces
                .program(NODE, environment, "env", "PATH=" + programs.path() + ":/usr/bin:/bin")
                .command());
        List<String> alone = new ArrayList<>(
                List.of("sh", "-c", CONFINED, folders.home().toString(), "env", "PATH=" + programs.path()));
        alone.addAll(program);
        command.addAll(BoundedRun.alone(alone));
        return command;
    }

    /// Of what runs on the node, for this machine.
    private String name() {
        return folders.home().getFileName().toString();
    }

    /// Multus says why in JSON on stdout; where it crashed, on stderr.
    private static String error(BoundedRun run) {
        if (run.outcome().succeeded()) {
            return "";
        }
        String said = run.outcome().stdout().strip();
        int json = said.indexOf('{');
        try {
            JsonNode error = json < 0 ? JSON.missingNode() : JSON.readTree(said.substring(json));
            if (error.hasNonNull("msg")) {
                String details = error.path("details").asText();
                return error.path("msg").asText() + (details.isEmpty() ? "" : "; " + details);
            }
        } catch (JsonProcessingException _) {
            // Not an error of CNI: what it said is the answer.
        }
        String text = (run.outcome().stderr() + said).strip();
        String end = text.substring(Math.max(0, text.indexOf("panic: ")));
        String crash = end.substring(0, Math.min(LONGEST_MESSAGE, end.length()));
        return (run.stopped() ? "stopped: " : "crashed: ") + crash;
    }

    private List<JsonNode> newLinks() {
        return links(namespaces).stream()
                .filter(link -> !before.contains(link.path("ifname").asText()))
                .toList();
    }

    private static List<JsonNode> links(Namespaces namespaces) {
        return listed(namespaces, "ip", "-j", "-d", "address");
    }

    private List<JsonNode> routes() {
        List<JsonNode> routes = new ArrayList<>(listed(namespaces, "ip", "-j", "route"));
        routes.addAll(listed(namespaces, "ip", "-j", "-6", "route"));
        return routes;
    }

    private static List<JsonNode> listed(Namespaces namespaces, String... command) {
        String answer = namespaces.program(POD, Map.of(), command).run("").orThrow(String.join(" ", command));
        try {
            JsonNode list = JSON.readTree(answer.isBlank() ? "[]" : answer);
            return StreamSupport.stream(list.spliterator(), false)
                    .filter(element -> !element.isEmpty())
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("ip -j does not write JSON: " + answer, e);
        }
    }

    @Override
    public void close() {
        try (folders;
                programs;
                namespaces;
                gate) {
            // Closed in the opposite order.
        }
    }
}
