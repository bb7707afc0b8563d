package dev.multihoming.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// What a cluster's installation writes on each node: the configuration of Multus and of whereabouts; and what the
/// kubelet writes about devices.
record NodeConfig(NodeFolders folders) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHECKPOINT = "kubelet/device-plugins/kubelet_internal_checkpoint";

    /// What Multus is called with: its installation's defaults, a cluster network of the reference plugins, and
    /// that many networks that it attaches to every pod.
    String multus(int networksOfEveryPod) {
        ObjectNode config = JSON.createObjectNode();
        config.put("cniVersion", "1.0.0")
                .put("name", "multus-cni-network")
                .put("type", "multus")
                .put("logLevel", "error")
                .put("kubeconfig", inside("cni/net.d/multus.d/multus.kubeconfig"))
                .put("binDir", folders.programs().toString())
                .put("confDir", inside("cni/net.d"));
        if (networksOfEveryPod == 0) {
            config.putArray("delegates").add(clusterDefault());
            return config.toString();
        }
        write(
                folders.etc().resolve("cni/net.d/cluster-default.conf"),
                clusterDefault().toString());
        ArrayNode names = config.put("clusterNetwork", "cluster-default").putArray("defaultNetworks");
        for (int i = 0; i < networksOfEveryPod; i++) {
            writeNetwork("every-pod-" + i);
            names.add("every-pod-" + i);
        }
        return config.toString();
    }

    /// A file of the node that describes the network of that name.
    void writeNetwork(String name) {
        ObjectNode bridge = JSON.createObjectNode();
        bridge.put("cniVersion", "1.0.0")
                .put("name", name)
                .put("type", "bridge")
                .put("bridge", "br-file");
        write(folders.etc().resolve("cni/net.d/" + name + ".conf"), bridge.toString());
    }

    private static ObjectNode clusterDefault() {
        ObjectNode bridge = JSON.createObjectNode();
        bridge.put("cniVersion", "1.0.0")
                .put("name", "cluster-default")
                .put("type", "bridge")
                .put("bridge", "cni-cluster")
                .put("isDefaultGateway", true)
                .putObject("ipam")
                .put("type", "host-local")
                .put("subnet", "10.232.0.0/16");
        return bridge;
    }

    void writeKubeconfig(String kubeconfig) {
        write(folders.etc().resolve("cni/net.d/multus.d/multus.kubeconfig"), kubeconfig);
        write(folders.etc().resolve("cni/net.d/whereabouts.d/whereabouts.kubeconfig"), kubeconfig);
    }

    /// As whereabouts' installation script writes it.
    void writeWhereabouts() {
        write(folders.etc().resolve("cni/net.d/whereabouts.d/whereabouts.conf"), """
                {"datastore": "kubernetes", "kubernetes": {"kubeconfig": "%s"}, "reconciler_cron_expression": "30 4 * * *"}
                """.formatted(
                        inside("cni/net.d/whereabouts.d/whereabouts.kubeconfig")));
        write(folders.etc().resolve("cni/net.d/whereabouts.d/nodename"), "node\n");
    }

    /// One allocation for each resource that is not the kubelet's own, of as many devices as the pod's
    /// containers limit it to. There need be none behind their names: plugins that look for one fail, as they
    /// would for any other.
    void writeCheckpoint(JsonNode pod) {
        ArrayNode entries = JSON.createArrayNode();
        devices(pod).forEach((resource, count) -> {
            ObjectNode entry = entries.addObject();
            entry.put("PodUID", pod.at("/metadata/uid").asText());
            entry.put("ContainerName", "app");
            entry.put("ResourceName", resource);
            ArrayNode ids = entry.putObject("DeviceIDs").putArray("-1");
            for (long i = 0; i < count; i++) {
                ids.add("0000:03:02." + i);
            }
        });
        ObjectNode file = JSON.createObjectNode();
        file.putObject("Data").set("PodDeviceEntries", entries);
        file.withObject("Data").putObject("RegisteredDevices");
        file.put("Checksum", 0);
        write(folders.lib().resolve(CHECKPOINT), file.toString());
    }

    private static Map<String, Long> devices(JsonNode pod) {
        Map<String, Long> devices = new TreeMap<>();
        for (JsonNode container : pod.at("/spec/containers")) {
            container.at("/resources/limits").properties().stream()
                    .filter(limit -> limit.getKey().contains("/"))
                    .forEach(limit ->
                            devices.merge(limit.getKey(), limit.getValue().asLong(), Long::sum));
        }
        return devices;
    }

    private static String inside(String path) {
        return "/etc/" + path;
    }

    private void write(Path file, String text) {
        folders.write(file, text);
    }
}
