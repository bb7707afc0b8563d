package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Whole;
import dev.multihoming.core.schema.Requirement;
import java.util.Set;

/// The bandwidth plugin 1.9.1 (facts C9). A burst has at most 4 GB, counted in bits.
final class BandwidthPlugin {
    private static final Whole RATE = new Whole(0, Long.MAX_VALUE);
    private static final Whole BURST = new Whole(0, 8L * 0xFFFF_FFFFL - 1);

    static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("bandwidth"),
                    Field.of("ingressRate", RATE),
                    Field.of("ingressBurst", BURST),
                    Field.of("egressRate", RATE),
                    Field.of("egressBurst", BURST))
            .afterAnother()
            .requiring(
                    Requirement.with("ingressRate", "ingressBurst"),
                    Requirement.with("ingressBurst", "ingressRate"),
                    Requirement.with("egressRate", "egressBurst"),
                    Requirement.with("egressBurst", "egressRate"));

    private BandwidthPlugin() {}
}
