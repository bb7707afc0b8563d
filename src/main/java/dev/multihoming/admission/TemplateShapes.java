package dev.multihoming.admission;

import dev.multihoming.subject.TemplateReader.Shape;
import java.util.Map;
import java.util.Optional;

/// Where each kind of object holds what it makes pods of. By group and plural.
final class TemplateShapes {
    private static final String IN_SPEC = "spec.template";

    private static final Map<String, Shape> WORKLOADS = Map.of(
            "apps/deployments", new Shape("Deployment", IN_SPEC, 1),
            "apps/statefulsets", new Shape("StatefulSet", IN_SPEC, 1),
            "apps/daemonsets", new Shape("DaemonSet", IN_SPEC, 1),
            "apps/replicasets", new Shape("ReplicaSet", IN_SPEC, 1),
            "/replicationcontrollers", new Shape("ReplicationController", IN_SPEC, 1),
            "/podtemplates", new Shape("PodTemplate", "template", 1),
            "batch/jobs", new Shape("Job", IN_SPEC, 1),
            "batch/cronjobs", new Shape("CronJob", "spec.jobTemplate.spec.template", 2),
            "apps.openshift.io/deploymentconfigs", new Shape("DeploymentConfig", IN_SPEC, 1));

    private static final Map<String, Shape> MACHINES = Map.of(
            "kubevirt.io/virtualmachines", new Shape("VirtualMachine", IN_SPEC, 1),
            "kubevirt.io/virtualmachineinstances", new Shape("VirtualMachineInstance", "", 0),
            "kubevirt.io/virtualmachineinstancereplicasets", new Shape("VirtualMachineInstanceReplicaSet", IN_SPEC, 1),
            "pool.kubevirt.io/virtualmachinepools",
                    new Shape("VirtualMachinePool", "spec.virtualMachineTemplate.spec.template", 2));

    private TemplateShapes() {}

    static Optional<Shape> workload(AdmissionRequest.Resource resource) {
        return Optional.ofNullable(WORKLOADS.get(key(resource)));
    }

    static Optional<Shape> machine(AdmissionRequest.Resource resource) {
        return Optional.ofNullable(MACHINES.get(key(resource)));
    }

    private static String key(AdmissionRequest.Resource resource) {
        return resource.group() + "/" + resource;
    }
}
