package dev.multihoming.core.plugins;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Paths on a node that a config names, and which of them a network may use.
///
/// Plugins run as root and look at no permission: what they are told to read ends in events of the pod, and
/// what they are told to write is written.
final class NodePath {
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+@:-]*");

    /// Where a container with the node's programs has the node's root mounted.
    private static final String HOST = "host";

    /// The kernel's trees, where reading can wait for ever or have an effect, and the node's programs.
    private static final Set<String> SYSTEM =
            Set.of("dev", "proc", "sys", "boot", "bin", "sbin", "lib", "lib32", "lib64", "libx32", "usr", "root");

    /// Folders that programs of the node keep their state in, or take what they run from, and those that pods write.
    private static final List<List<String>> OTHER_PROGRAMS = Stream.of(
                    ("etc home opt/cni/bin opt/local-path-provisioner var/local-path-provisioner var/lib/kubelet"
                                    + " var/lib/etcd var/lib/containerd var/lib/containers var/lib/docker var/lib/dpkg"
                                    + " var/lib/k0s var/lib/rook var/lib/longhorn var/lib/csi-hostpath-data"
                                    + " var/openebs data/kubelet mnt/disks tmp/hostpath-provisioner run/k3s run/containers"
                                    + " run/kubevirt run/kubevirt-private var/run/k3s var/run/containers var/run/kubevirt"
                                    + " var/run/kubevirt-private"
                                    + " var/lib/rpm var/lib/systemd var/lib/rancher var/snap var/spool var/log"
                                    + " run/containerd run/crio run/docker run/systemd run/udev run/netns"
                                    + " var/run/containerd var/run/crio var/run/docker var/run/systemd var/run/udev"
                                    + " var/run/netns")
                            .split(" "))
            .map(NodePath::segments)
            .toList();

    /// Where the settings of the node's CNI plugins are, and no pod writes.
    private static final Pattern SETTINGS =
            Pattern.compile("(/host)?/etc/.*|/var/lib/rancher/(k3s|rke2)/agent/etc/cni/.*"
                    + "|/var/snap/microk8s/[A-Za-z0-9]+/args/cni-network/.*");

    private static final Set<String> KEYS_TO_THE_CLUSTER =
            Set.of("admin.conf", "super-admin.conf", "kubelet.conf", "controller-manager.conf", "scheduler.conf");

    private NodePath() {}

    /// Whether it is absolute, leads nowhere but where it begins, and is not the system's.
    static boolean isPlain(String path) {
        List<String> segments = segments(path);
        return path.startsWith("/")
                && !segments.isEmpty()
                && segments.stream()
                        .allMatch(segment -> SEGMENT.matcher(segment).matches())
                && !SYSTEM.contains(segments.getFirst())
                && !isBelow(segments, List.of("var", "lib", "kubelet"));
    }

    /// Whether a plugin may keep files in that folder: below one that is for such, and not another program's.
    static boolean isStateFolder(String path) {
        List<String> written = segments(path);
        boolean isOfHost = !written.isEmpty() && written.getFirst().equals(HOST);
        List<String> segments = isOfHost ? written.subList(1, written.size()) : written;
        return isPlain(path)
                && segments.size() > 1
                && !SYSTEM.contains(segments.getFirst())
                // The network's name is appended: a folder above one of those is none of its own either.
                && OTHER_PROGRAMS.stream().noneMatch(other -> isBelow(segments, other) || isBelow(other, segments));
    }

    /// Whether it is a file where the node's CNI plugins have their settings, and not a key to the whole cluster.
    static boolean isSettings(String path) {
        return isPlain(path) && SETTINGS.matcher(path).matches() && !KEYS_TO_THE_CLUSTER.contains(fileName(path));
    }

    /// The last part of the path; empty where it has none.
    static String fileName(String path) {
        List<String> segments = segments(path);
        return segments.isEmpty() ? "" : segments.getLast();
    }

    static boolean hasSegment(String path, String segment) {
        return segments(path).contains(segment);
    }

    private static boolean isBelow(List<String> segments, List<String> folder) {
        return segments.size() >= folder.size()
                && segments.subList(0, folder.size()).equals(folder);
    }

    private static List<String> segments(String path) {
        return Stream.of(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
    }
}
