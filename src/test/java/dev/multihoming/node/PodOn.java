package dev.multihoming.node;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.subject.NetworkAnnotations;
import java.util.List;

/// A developer's pod for a network under review.
final class PodOn {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CARRIER = "carrier";

    private PodOn() {}

    /// `inPod` are links that the network's config expects in the pod: other networks bring them first.
    static ObjectNode network(String nad, List<String> inPod) {
        ArrayNode networks = JSON.createArrayNode();
        inPod.forEach(link -> networks.addObject().put("name", CARRIER).put("interface", link));
        networks.addObject().put("name", nad);
        return pod(networks.toString());
    }

    /// Without any network but the cluster's own.
    static ObjectNode nothing() {
        return pod("");
    }

    private static ObjectNode pod(String networks) {
        ObjectNode pod = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "Pod");
        pod.putObject("metadata")
                .put("name", "on-network")
                .put("namespace", "tenant-a")
                .putObject("annotations")
                .put(NetworkAnnotations.NETWORKS, networks);
        pod.putObject("spec")
                .putArray("containers")
                .addObject()
                .put("name", "app")
                .put("image", "registry.example/app");
        return pod;
    }

    /// A network for such a link.
    static ObjectNode carrier() {
        ObjectNode nad = JSON.createObjectNode()
                .put("apiVersion", "k8s.cni.cncf.io/v1")
                .put("kind", "NetworkAttachmentDefinition");
        nad.putObject("metadata").put("name", CARRIER).put("namespace", "tenant-a");
        nad.putObject("spec").put("config", """
                {"cniVersion": "1.0.0", "type": "bridge", "bridge": "br-carrier", "vlan": 0, "macspoofchk": false}""");
        return nad;
    }
}
