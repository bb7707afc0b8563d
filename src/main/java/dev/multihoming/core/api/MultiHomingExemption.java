package dev.multihoming.core.api;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/// What a rule does not hold for, why, and until when: `spec` is an [ExemptionSpec].
@Group(MultiHomingPolicy.GROUP)
@Version(MultiHomingPolicy.VERSION)
@ShortNames("mhx")
@AdditionalPrinterColumn(name = "Expires", jsonPath = ".spec.expires")
@AdditionalPrinterColumn(name = "State", jsonPath = ".status.state")
@AdditionalPrinterColumn(name = "Owner", jsonPath = ".spec.owner")
@AdditionalPrinterColumn(name = "Reason", jsonPath = ".spec.reason")
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
public class MultiHomingExemption extends CustomResource<ExemptionSpec, ExemptionStatus> {
    private static final long serialVersionUID = 1L;

    /// There is no empty one: its schema demands what it exempts from.
    @Override
    protected @Nullable ExemptionSpec initSpec() {
        return null;
    }
}
