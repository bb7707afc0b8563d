package dev.multihoming.core.attachment;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.subject.NetworkAnnotations;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The interfaces of the pod that KubeVirt makes for a machine (node-behavior.md#what-virt-api-checks,
/// #networks-of-a-virtual-machine, #virt-launcher-pods).
public final class MachineInterfaces {
    private static final int DIGITS = 11;

    private final MultusSetup multus;
    private final NetworkConfig.Source networks;
    private final PodInterfaces pods;

    public MachineInterfaces(MultusSetup multus, NetworkConfig.Source networks) {
        this.multus = multus;
        this.networks = networks;
        this.pods = new PodInterfaces(multus, networks);
    }

    /// Of a machine of that namespace, whose instance has those annotations: KubeVirt copies them to the pod, and
    /// writes its own list of networks over theirs only where it has one
    /// (node-behavior.md#virt-launcher-pods).
    public InterfaceTable of(String namespace, List<MachineInterface> interfaces, NetworkAnnotations annotations) {
        Rows rows = new Rows(networks);
        first(rows, interfaces, annotations);
        rows.clusterWide(multus.defaultNetworks());
        List<MachineInterface> additional =
                interfaces.stream().filter(MachineInterface::isAdditional).toList();
        additional.forEach(it -> rows.attached(
                launcherName(it.name()), ref(it.networkName(), namespace), it.name(), AttachmentRequest.mac(it.mac())));
        if (additional.isEmpty()) {
            pods.additional(rows, namespace, annotations.networks());
        }
        remarks(rows, interfaces);
        return rows.table();
    }

    /// How KubeVirt calls the interface of that network in its pod; up to 0.59, and where a machine still
    /// migrates from there, it is `net1` and so on.
    public static String launcherName(String network) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(network.getBytes(StandardCharsets.UTF_8));
            return "pod" + HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void first(Rows rows, List<MachineInterface> interfaces, NetworkAnnotations annotations) {
        interfaces.stream()
                .filter(it -> it.source() == MachineInterface.Source.MULTUS && it.isDefault())
                .findFirst()
                // The name goes into the annotation as it is, and Multus looks in its own namespace.
                .ifPresentOrElse(
                        it -> rows.replacedDefault(
                                Rows.DEFAULT_INTERFACE,
                                ref(it.networkName(), multus.namespace()),
                                AttachmentRequest.mac(it.mac())),
                        () -> pods.first(rows, annotations.defaultNetwork()));
    }

    private static void remarks(Rows rows, List<MachineInterface> interfaces) {
        for (MachineInterface it : interfaces) {
            if (it.isAbsent()) {
                rows.remark("The network \"%s\" is unplugged (state: absent).".formatted(it.name()));
            }
            if (!it.binding().isEmpty()) {
                rows.remark(
                        "The binding \"%s\" of \"%s\" may bring a network of its own, which stands in KubeVirt's configuration."
                                .formatted(it.binding(), it.name()));
            }
            if (it.source() == MachineInterface.Source.OTHER) {
                rows.remark("Nothing is known of the network \"%s\".".formatted(it.name()));
            }
        }
    }

    /// KubeVirt splits at the first slash (node-behavior.md#networks-of-a-virtual-machine).
    private static NadRef ref(String networkName, String namespace) {
        int slash = networkName.indexOf('/');
        return slash < 0
                ? new NadRef(namespace, networkName)
                : new NadRef(networkName.substring(0, slash), networkName.substring(slash + 1));
    }
}
