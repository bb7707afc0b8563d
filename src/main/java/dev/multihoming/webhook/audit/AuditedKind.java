package dev.multihoming.webhook.audit;

import dev.multihoming.core.admission.AdmissionRequest.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A kind of object that is looked through.
public record AuditedKind(Resource resource, String kind) {
    /// All of them; what is installed of them is told by the API server.
    public static final List<AuditedKind> ALL = List.of(
            of("k8s.cni.cncf.io", "network-attachment-definitions", "NetworkAttachmentDefinition"),
            of("kubevirt.io", "virtualmachines", "VirtualMachine"),
            of("kubevirt.io", "virtualmachineinstances", "VirtualMachineInstance"),
            of("kubevirt.io", "virtualmachineinstancereplicasets", "VirtualMachineInstanceReplicaSet"),
            of("pool.kubevirt.io", "virtualmachinepools", "VirtualMachinePool"),
            of("apps", "deployments", "Deployment"),
            of("apps", "statefulsets", "StatefulSet"),
            of("apps", "daemonsets", "DaemonSet"),
            of("apps", "replicasets", "ReplicaSet"),
            of("", "replicationcontrollers", "ReplicationController"),
            of("", "podtemplates", "PodTemplate"),
            of("batch", "jobs", "Job"),
            of("batch", "cronjobs", "CronJob"),
            of("apps.openshift.io", "deploymentconfigs", "DeploymentConfig"),
            of("", "pods", "Pod"));

    private static final String POD = "Pod";

    private static final Set<String> MAKERS = ALL.stream()
            .map(AuditedKind::kind)
            .filter(kind -> !kind.equals(POD))
            .collect(Collectors.toUnmodifiableSet());

    private static AuditedKind of(String group, String plural, String kind) {
        return new AuditedKind(new Resource(group, plural, ""), kind);
    }

    public boolean isPod() {
        return kind.equals(POD);
    }

    /// Whether an object of this kind only repeats what the audited object that made it says. A pod never does: it may
    /// be older than what its maker says now.
    boolean isRepetition(String makersKind) {
        return !isPod() && MAKERS.contains(makersKind);
    }
}
