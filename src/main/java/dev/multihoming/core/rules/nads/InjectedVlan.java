package dev.multihoming.core.rules.nads;

import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.plugins.Segment.Vlans;
import dev.multihoming.core.plugins.VlanUse;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Phase;
import java.util.List;

/// The VLAN that the repair will still give to bridges that name none.
///
/// @param bridges that will get it
record InjectedVlan(List<CniConfig.Plugin> bridges, int vlan) {
    static InjectedVlan of(ParsedConfig config, Context context) {
        var defaults = context.settings().networks().defaults();
        boolean comes = context.phase() == Phase.MUTATE && defaults.inject();
        return new InjectedVlan(comes ? config.bridgesWithoutVlan() : List.of(), defaults.vlan());
    }

    /// The VLANs of that plugin once it is repaired.
    List<VlanUse> uses(CniConfig.Plugin plugin) {
        return vlan != 0 && bridges.contains(plugin)
                ? List.of(new VlanUse(MissingBridgeVlan.KEY, vlan, vlan))
                : VlanUse.of(plugin.type(), plugin.object());
    }

    /// The segment of that plugin once it is repaired.
    Segment on(Segment segment, CniConfig.Plugin plugin) {
        return bridges.contains(plugin)
                ? segment.withVlans(uses(plugin).stream()
                        .map(use -> new Vlans(use.first(), use.last()))
                        .toList())
                : segment;
    }
}
