package dev.multihoming.interception;

import java.util.List;

/// A kind of object that makes pods out of a template.
///
/// @param resource as kubectl names it
/// @param fields all that lie beside the metadata; `%s` stands for the template
/// @param podSpec what the template describes
record Maker(String apiVersion, String kind, String resource, String fields, String podSpec) {
    private static final String CONTAINERS = "\"containers\": [{\"name\": \"main\", \"image\": \"example.org/none\"}]";
    private static final String POD = "{" + CONTAINERS + "}";
    private static final String ONCE = "{\"restartPolicy\": \"Never\", " + CONTAINERS + "}";
    private static final String MACHINE = "{\"networks\": [{\"name\": \"default\", \"pod\": {}}]}";
    private static final String IN_SPEC = "\"spec\": {\"template\": %s}";
    private static final String IN_JOB = "\"spec\": {\"suspend\": true, \"template\": %s}";
    private static final String SELECTING =
            "\"spec\": {\"selector\": {\"matchLabels\": {\"app\": \"web\"}}, \"template\": %s}";
    private static final String SELECTING_BY_LABELS = "\"spec\": {\"selector\": {\"app\": \"web\"}, \"template\": %s}";
    private static final String IN_CRON_JOB =
            "\"spec\": {\"schedule\": \"@daily\", \"suspend\": true, \"jobTemplate\": {\"spec\": {\"template\": %s}}}";
    private static final String IN_POOL = "\"spec\": {\"virtualMachineTemplate\": {\"spec\": {\"template\": %s}}}";

    static List<Maker> workloads() {
        return List.of(
                new Maker("apps/v1", "Deployment", "deployments.apps", SELECTING, POD),
                new Maker("apps/v1", "StatefulSet", "statefulsets.apps", SELECTING, POD),
                new Maker("apps/v1", "DaemonSet", "daemonsets.apps", SELECTING, POD),
                new Maker("apps/v1", "ReplicaSet", "replicasets.apps", SELECTING, POD),
                new Maker("v1", "ReplicationController", "replicationcontrollers", SELECTING_BY_LABELS, POD),
                new Maker("v1", "PodTemplate", "podtemplates", "\"template\": %s", POD),
                new Maker("batch/v1", "Job", "jobs.batch", IN_JOB, ONCE),
                new Maker("batch/v1", "CronJob", "cronjobs.batch", IN_CRON_JOB, ONCE),
                new Maker(
                        "apps.openshift.io/v1",
                        "DeploymentConfig",
                        "deploymentconfigs.apps.openshift.io",
                        IN_SPEC,
                        POD));
    }

    static List<Maker> machines() {
        return List.of(
                new Maker("kubevirt.io/v1", "VirtualMachine", "virtualmachines.kubevirt.io", IN_SPEC, MACHINE),
                new Maker(
                        "kubevirt.io/v1",
                        "VirtualMachineInstanceReplicaSet",
                        "virtualmachineinstancereplicasets.kubevirt.io",
                        IN_SPEC,
                        MACHINE),
                new Maker(
                        "pool.kubevirt.io/v1beta1",
                        "VirtualMachinePool",
                        "virtualmachinepools.pool.kubevirt.io",
                        IN_POOL,
                        MACHINE));
    }

    /// @param own the metadata's fields beside name and namespace, each with a comma before it
    String object(String name, String own, String template) {
        return objectOf(name, own, fields.formatted(template));
    }

    /// @param all the fields beside the metadata
    String objectOf(String name, String own, String all) {
        return "{\"apiVersion\": \"%s\", \"kind\": \"%s\", \"metadata\": {\"name\": \"%s\", \"namespace\": \"%s\"%s}, %s}"
                .formatted(apiVersion, kind, name, InterceptionTests.NAMESPACE, own, all);
    }

    /// A template with these annotations; `null` is a value too.
    String template(String annotations) {
        return "{\"metadata\": {\"labels\": {\"app\": \"web\"}, \"annotations\": %s}, \"spec\": %s}"
                .formatted(annotations, podSpec);
    }

    @Override
    public String toString() {
        return kind;
    }
}
