package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Whole;
import dev.multihoming.core.schema.Requirement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The bandwidth plugin 1.9.1 (node-behavior.md#bandwidth). A burst has at most 4 GB, counted in bits.
public final class BandwidthPlugin implements ChainedPlugin {
    /// bandwidth/main.go, `VersionsStartingFrom` (plugins 1.10.0).
    private static final CniVersion FLOOR = new CniVersion(0, 3, 0);

    private static final Whole RATE = new Whole(0, Long.MAX_VALUE);
    private static final Whole BURST = new Whole(0, 8L * 0xFFFF_FFFFL - 1);

    static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("bandwidth"),
                    Field.of("ingressRate", RATE),
                    Field.of("ingressBurst", BURST),
                    Field.of("egressRate", RATE),
                    Field.of("egressBurst", BURST))
            .requiring(
                    Requirement.with("ingressRate", "ingressBurst"),
                    Requirement.with("ingressBurst", "ingressRate"),
                    Requirement.with("egressRate", "egressBurst"),
                    Requirement.with("egressBurst", "egressRate"));

    /// Whether that config has it limit every pod, whatever a pod requests.
    public static boolean limits(CniConfig.Plugin plugin) {
        return SPEC.types().contains(plugin.type())
                && Stream.of("ingressRate", "egressRate")
                        .flatMap(key -> GoFields.set(plugin.object(), key).stream())
                        .anyMatch(rate -> rate.value() instanceof JsonNumber number && number.isPositive());
    }

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public CniVersion cniVersionFloor() {
        return FLOOR;
    }

    @Override
    public Set<String> capabilities() {
        return Set.of("bandwidth");
    }

    @Override
    public List<FormField> form() {
        return List.of(
                FormField.of("ingressRate", "Ingress rate", "Bits per second into the pod."),
                FormField.of("ingressBurst", "Ingress burst", "Bits; needed beside a rate."),
                FormField.of("egressRate", "Egress rate", "Bits per second out of the pod."),
                FormField.of("egressBurst", "Egress burst", "Bits; needed beside a rate."));
    }
}
