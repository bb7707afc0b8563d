package dev.multihoming.core.admission;

import dev.multihoming.core.admission.AdmissionRequest.Resource;
import dev.multihoming.core.admission.ReviewedKind.Content;
import dev.multihoming.core.objects.ApiGroup;
import dev.multihoming.core.subject.TemplateReader.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The one table of what is reviewed: by the webhook, by `check` and `explain`, and by the audit. What is not in it is
/// admitted unreviewed. A test compares it with the webhook configurations.
public final class ReviewedKinds {
    public static final String NAD = "NetworkAttachmentDefinition";

    private static final String IN_SPEC = "spec.template";

    private static final Set<String> NONE = Set.of();
    private static final Set<String> CREATE = Set.of("CREATE");
    private static final Set<String> UPDATE = Set.of("UPDATE");
    private static final Set<String> WRITE = Set.of("CREATE", "UPDATE");
    private static final Set<String> EVERY = Set.of("CREATE", "UPDATE", "DELETE");

    /// NetworkAttachmentDefinitions.
    public static final ReviewedKind NADS = new ReviewedKind(
            new Resource("k8s.cni.cncf.io", "network-attachment-definitions", ""),
            NAD,
            new Content.Nads(),
            WRITE,
            EVERY,
            true);

    private static final List<ReviewedKind> ROWS = rows();

    private static final Map<Resource, ReviewedKind> BY_RESOURCE =
            ROWS.stream().collect(Collectors.toUnmodifiableMap(ReviewedKind::resource, Function.identity()));

    private static final Map<String, ReviewedKind> BY_KIND = ROWS.stream()
            .filter(row -> !row.kind().isEmpty())
            .collect(Collectors.toUnmodifiableMap(
                    row -> row.resource().group() + "/" + row.kind(), Function.identity()));

    private ReviewedKinds() {}

    /// In the order in which the audit looks.
    public static List<ReviewedKind> all() {
        return ROWS;
    }

    /// Empty for what is not reviewed.
    public static Optional<ReviewedKind> of(Resource resource) {
        return Optional.ofNullable(BY_RESOURCE.get(resource));
    }

    /// Of an object in a manifest; empty for what is not reviewed.
    public static Optional<ReviewedKind> of(String apiVersion, String kind) {
        return Optional.ofNullable(BY_KIND.get(ApiGroup.of(apiVersion) + "/" + kind));
    }

    /// Whether that is how manifests call a NAD.
    public static boolean isNad(String apiVersion, String kind) {
        return of(apiVersion, kind).filter(ReviewedKind::isNad).isPresent();
    }

    private static List<ReviewedKind> rows() {
        return List.of(
                NADS,
                machine("kubevirt.io", "virtualmachines", new Shape("VirtualMachine", IN_SPEC, 1)),
                machine("kubevirt.io", "virtualmachineinstances", new Shape("VirtualMachineInstance", "", 0)),
                machine(
                        "kubevirt.io",
                        "virtualmachineinstancereplicasets",
                        new Shape("VirtualMachineInstanceReplicaSet", IN_SPEC, 1)),
                machine(
                        "pool.kubevirt.io",
                        "virtualmachinepools",
                        new Shape("VirtualMachinePool", "spec.virtualMachineTemplate.spec.template", 2)),
                workload("apps", "deployments", new Shape("Deployment", IN_SPEC, 1)),
                workload("apps", "statefulsets", new Shape("StatefulSet", IN_SPEC, 1)),
                workload("apps", "daemonsets", new Shape("DaemonSet", IN_SPEC, 1)),
                workload("apps", "replicasets", new Shape("ReplicaSet", IN_SPEC, 1)),
                workload("", "replicationcontrollers", new Shape("ReplicationController", IN_SPEC, 1)),
                workload("", "podtemplates", new Shape("PodTemplate", "template", 1)),
                workload("batch", "jobs", new Shape("Job", IN_SPEC, 1)),
                workload("batch", "cronjobs", new Shape("CronJob", "spec.jobTemplate.spec.template", 2)),
                workload("apps.openshift.io", "deploymentconfigs", new Shape("DeploymentConfig", IN_SPEC, 1)),
                new ReviewedKind(new Resource("", "pods", ""), "Pod", new Content.Pods(), CREATE, WRITE, true),
                // These carry the whole pod. Only status lets annotations through; the others cost nothing to read.
                ofPod("status", new Content.Pods(), UPDATE),
                ofPod("resize", new Content.Pods(), NONE),
                ofPod("ephemeralcontainers", new Content.Pods(), NONE),
                // The same object by two paths.
                ofPod("binding", new Content.Bindings(), CREATE),
                new ReviewedKind(
                        new Resource("", "bindings", ""), "Binding", new Content.Bindings(), NONE, CREATE, false),
                new ReviewedKind(
                        new Resource("operator.openshift.io", "networks", ""),
                        "Network",
                        new Content.Operator(),
                        NONE,
                        WRITE,
                        false),
                new ReviewedKind(
                        new Resource("k8s.cni.cncf.io", "multi-networkpolicies", ""),
                        "MultiNetworkPolicy",
                        new Content.NetworkPolicies(),
                        NONE,
                        WRITE,
                        true),
                own(PolicyReading.POLICIES, "MultiHomingPolicy", EVERY),
                own(PolicyReading.EXEMPTIONS, "MultiHomingExemption", WRITE));
    }

    private static ReviewedKind machine(String group, String plural, Shape shape) {
        return new ReviewedKind(
                new Resource(group, plural, ""), shape.kind(), new Content.Machines(shape), NONE, WRITE, true);
    }

    private static ReviewedKind workload(String group, String plural, Shape shape) {
        return new ReviewedKind(
                new Resource(group, plural, ""), shape.kind(), new Content.Workloads(shape), NONE, WRITE, true);
    }

    private static ReviewedKind ofPod(String subresource, Content content, Set<String> judged) {
        return new ReviewedKind(new Resource("", "pods", subresource), "", content, NONE, judged, false);
    }

    private static ReviewedKind own(String plural, String kind, Set<String> judged) {
        return new ReviewedKind(
                new Resource(PolicyReading.GROUP, plural, ""), kind, new Content.Own(), NONE, judged, false);
    }
}
