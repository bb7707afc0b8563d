package dev.multihoming.core.api;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/// What a security team decides for some namespaces, or for all: `spec` is a [PolicySpec].
@Group(MultiHomingPolicy.GROUP)
@Version(MultiHomingPolicy.VERSION)
@Plural("multihomingpolicies")
@ShortNames("mhp")
@AdditionalPrinterColumn(name = "Priority", jsonPath = ".spec.priority", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "Namespaces",
        jsonPath = ".status.namespaces",
        type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "In force", jsonPath = ".status.conditions[?(@.type==\"InForce\")].status")
@AdditionalPrinterColumn(name = "Extends", jsonPath = ".spec.extends")
@AdditionalPrinterColumn(name = "Owner", jsonPath = ".spec.owner")
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
public class MultiHomingPolicy extends CustomResource<PolicySpec, PolicyStatus> {
    public static final String GROUP = "multihoming.dev";
    public static final String VERSION = "v1alpha1";

    private static final long serialVersionUID = 1L;

    /// An empty policy is the built-in one.
    @Override
    protected @Nullable PolicySpec initSpec() {
        return PolicySpec.EMPTY;
    }
}
