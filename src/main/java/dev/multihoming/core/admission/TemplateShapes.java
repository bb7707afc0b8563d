package dev.multihoming.core.admission;

import dev.multihoming.core.admission.AdmissionRequest.Resource;
import dev.multihoming.core.subject.TemplateReader.Shape;
import java.util.Map;

/// Where each kind of object holds what it makes pods of.
final class TemplateShapes {
    private static final String IN_SPEC = "spec.template";

    static final Map<Resource, Shape> WORKLOADS = Map.of(
            of("apps", "deployments"), new Shape("Deployment", IN_SPEC, 1),
            of("apps", "statefulsets"), new Shape("StatefulSet", IN_SPEC, 1),
            of("apps", "daemonsets"), new Shape("DaemonSet", IN_SPEC, 1),
            of("apps", "replicasets"), new Shape("ReplicaSet", IN_SPEC, 1),
            of("", "replicationcontrollers"), new Shape("ReplicationController", IN_SPEC, 1),
            of("", "podtemplates"), new Shape("PodTemplate", "template", 1),
            of("batch", "jobs"), new Shape("Job", IN_SPEC, 1),
            of("batch", "cronjobs"), new Shape("CronJob", "spec.jobTemplate.spec.template", 2),
            of("apps.openshift.io", "deploymentconfigs"), new Shape("DeploymentConfig", IN_SPEC, 1));

    static final Map<Resource, Shape> MACHINES = Map.of(
            of("kubevirt.io", "virtualmachines"), new Shape("VirtualMachine", IN_SPEC, 1),
            of("kubevirt.io", "virtualmachineinstances"), new Shape("VirtualMachineInstance", "", 0),
            of("kubevirt.io", "virtualmachineinstancereplicasets"),
                    new Shape("VirtualMachineInstanceReplicaSet", IN_SPEC, 1),
            of("pool.kubevirt.io", "virtualmachinepools"),
                    new Shape("VirtualMachinePool", "spec.virtualMachineTemplate.spec.template", 2));

    private TemplateShapes() {}

    private static Resource of(String group, String plural) {
        return new Resource(group, plural, "");
    }
}
