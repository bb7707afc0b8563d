package dev.multihoming.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.core.multus.NadRef;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Single objects of a cluster, as the user of a kubeconfig may read them. Nothing is ever written.
public final class LiveObjects implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What kubectl takes for each kind.
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("pod", new Kind("v1", "Pod")),
            Map.entry("pods", new Kind("v1", "Pod")),
            Map.entry("po", new Kind("v1", "Pod")),
            Map.entry("nad", new Kind("k8s.cni.cncf.io/v1", "NetworkAttachmentDefinition")),
            Map.entry("net-attach-def", new Kind("k8s.cni.cncf.io/v1", "NetworkAttachmentDefinition")),
            Map.entry("network-attachment-definition", new Kind("k8s.cni.cncf.io/v1", "NetworkAttachmentDefinition")),
            Map.entry("network-attachment-definitions", new Kind("k8s.cni.cncf.io/v1", "NetworkAttachmentDefinition")),
            Map.entry("vm", new Kind("kubevirt.io/v1", "VirtualMachine")),
            Map.entry("virtualmachine", new Kind("kubevirt.io/v1", "VirtualMachine")),
            Map.entry("vmi", new Kind("kubevirt.io/v1", "VirtualMachineInstance")),
            Map.entry("virtualmachineinstance", new Kind("kubevirt.io/v1", "VirtualMachineInstance")),
            Map.entry(
                    "virtualmachineinstancereplicaset", new Kind("kubevirt.io/v1", "VirtualMachineInstanceReplicaSet")),
            Map.entry("virtualmachinepool", new Kind("pool.kubevirt.io/v1beta1", "VirtualMachinePool")),
            Map.entry("deployment", new Kind("apps/v1", "Deployment")),
            Map.entry("deploy", new Kind("apps/v1", "Deployment")),
            Map.entry("statefulset", new Kind("apps/v1", "StatefulSet")),
            Map.entry("sts", new Kind("apps/v1", "StatefulSet")),
            Map.entry("daemonset", new Kind("apps/v1", "DaemonSet")),
            Map.entry("ds", new Kind("apps/v1", "DaemonSet")),
            Map.entry("replicaset", new Kind("apps/v1", "ReplicaSet")),
            Map.entry("rs", new Kind("apps/v1", "ReplicaSet")),
            Map.entry("job", new Kind("batch/v1", "Job")),
            Map.entry("cronjob", new Kind("batch/v1", "CronJob")),
            Map.entry("cj", new Kind("batch/v1", "CronJob")));

    private final KubernetesClient client;

    private LiveObjects(KubernetesClient client) {
        this.client = client;
    }

    private record Kind(String apiVersion, String kind) {}

    /// Of the current context of the kubeconfig; empty where there is none.
    public static Optional<LiveObjects> ofCurrentContext() {
        return CurrentContext.client().map(LiveObjects::new);
    }

    /// Of that client, which is closed with it.
    static LiveObjects of(KubernetesClient client) {
        return new LiveObjects(client);
    }

    /// Whether that is how kubectl calls a kind that anything can be said of, such as `pod` or `vm`.
    public static boolean isKind(String word) {
        return KINDS.containsKey(word);
    }

    /// That object; empty where there is none.
    ///
    /// @throws Unreadable where it may not be read, or the API server does not answer
    public Optional<JsonNode> get(String kind, String namespace, String name) {
        Kind wanted = KINDS.get(kind);
        if (wanted == null) {
            throw new IllegalArgumentException("no kind: " + kind);
        }
        if (!new NadRef(namespace, name).couldExist()) {
            // No object can have that name, and it must not become a part of the path.
            return Optional.empty();
        }
        try {
            GenericKubernetesResource found = client.genericKubernetesResources(wanted.apiVersion(), wanted.kind())
                    .inNamespace(namespace)
                    .withName(name)
                    .get();
            return Optional.ofNullable(found).map(JSON::valueToTree);
        } catch (KubernetesClientException e) {
            throw new Unreadable(e);
        }
    }

    /// The newest warnings about the object with that UID, at most that many.
    ///
    /// @throws Unreadable as [#get]
    public List<JsonNode> warnings(String namespace, String uid, int most) {
        try {
            return client
                    .genericKubernetesResources("v1", "Event")
                    .inNamespace(namespace)
                    .withField("involvedObject.uid", uid)
                    .withField("type", "Warning")
                    .list()
                    .getItems()
                    .stream()
                    .<JsonNode>map(JSON::valueToTree)
                    .sorted(Comparator.comparing(LiveObjects::time).reversed())
                    .limit(most)
                    .toList();
        } catch (KubernetesClientException e) {
            throw new Unreadable(e);
        }
    }

    /// When an event was last seen: its recorders fill different fields.
    public static String time(JsonNode event) {
        return Stream.of("/series/lastObservedTime", "/lastTimestamp", "/eventTime", "/metadata/creationTimestamp")
                .map(event::at)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
    }

    /// That NAD; empty where there is none.
    public Optional<JsonNode> network(NadRef ref) {
        return get("nad", ref.namespace(), ref.name());
    }

    @Override
    public void close() {
        client.close();
    }

    /// What cannot be read; the message is a clause that says why.
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(IOException cause) {
            super(
                    cause instanceof ApiStatusException status && status.code() == HttpURLConnection.HTTP_UNAUTHORIZED
                            ? Refusals.clause(status.code(), "")
                            : String.valueOf(cause.getMessage()),
                    cause);
        }

        Unreadable(KubernetesClientException cause) {
            super(
                    cause.getCode() <= 0 ? "the cluster does not answer" : "the cluster says: " + cause.getMessage(),
                    cause);
        }
    }
}
