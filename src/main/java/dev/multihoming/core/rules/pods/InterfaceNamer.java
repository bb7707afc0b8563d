package dev.multihoming.core.rules.pods;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Requester;
import dev.multihoming.core.subject.Pod;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A controller that gives interfaces names which it later looks for. They are not replaced; every other rule holds.
///
/// A controller is recognized by the account that creates the pod, or by the namespace of its installation: a
/// user who may create pods there may use that account too. Labels, annotations and owners do not count,
/// because any author can write them.
///
/// @param account of its service account, without the namespace
/// @param namespaces that it is usually installed in
/// @param names that it looks for, in pods of its namespace, by any creator (Kubernetes creates those of a
///     DaemonSet)
/// @param wholeAnnotation whether it compares the annotation byte by byte, so that nothing in it is repaired
/// @param reason what fails otherwise
/// @param source where that is read
public record InterfaceNamer(
        String name,
        String account,
        Set<String> namespaces,
        Set<String> names,
        boolean wholeAnnotation,
        String reason,
        String source) {
    /// All that are known. The accounts of `MULTIHOMING_INTERFACE_NAMING_EXEMPT_USERS` come on top.
    private static final List<InterfaceNamer> ALL = List.of(
            new InterfaceNamer(
                    "KubeVirt",
                    "kubevirt-controller",
                    Set.of("kubevirt", "kubevirt-hyperconverged", "openshift-cnv"),
                    Set.of("migration0"),
                    false,
                    "virt-controller finds the interfaces of a launcher pod by the names it made (`pod<hash>`);"
                            + " virt-handler and virt-synchronization-controller migrate machines over `migration0`",
                    "kubevirt `pkg/network/namescheme/networknamescheme.go`,"
                            + " `pkg/virt-operator/resource/generate/components/{daemonsets,deployments}.go`"),
            new InterfaceNamer(
                    "Longhorn",
                    "longhorn-service-account",
                    Set.of("longhorn-system"),
                    Set.of("lhnet1"),
                    true,
                    "longhorn-manager compares the whole annotation with its own text, and binds `lhnet1`; without it,"
                            + " storage traffic uses the pod network and nothing is reported",
                    "longhorn-manager `types/types.go`, `controller/instance_manager_controller.go`"));

    /// By the accounts that they usually have.
    private static final Map<String, InterfaceNamer> BY_USER = ALL.stream()
            .flatMap(namer -> namer.namespaces.stream().map(namespace -> Map.entry(namer.user(namespace), namer)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    public InterfaceNamer {
        namespaces = Set.copyOf(namespaces);
        names = Set.copyOf(names);
    }

    /// In the order of the documentation.
    public static List<InterfaceNamer> all() {
        return ALL;
    }

    /// Whether that account names interfaces by a scheme of its own.
    static boolean isOneOf(Requester requester) {
        return BY_USER.containsKey(requester.username());
    }

    /// Whether nothing in an annotation of that account may change.
    static boolean comparesAnnotation(Requester requester) {
        InterfaceNamer namer = BY_USER.get(requester.username());
        return namer != null && namer.wholeAnnotation;
    }

    /// Whether a controller looks for exactly that name in pods of that namespace: one it is usually installed in, or
    /// that of its account in the installation's configuration.
    static boolean keeps(String interfaceName, Pod pod, Context context) {
        return ALL.stream()
                .filter(namer -> namer.names.contains(interfaceName))
                .anyMatch(namer -> namer.namespaces.contains(pod.namespace())
                        || context.settings().accounts().interfaceNaming().contains(namer.user(pod.namespace())));
    }

    private String user(String namespace) {
        return "system:serviceaccount:" + namespace + ":" + account;
    }
}
