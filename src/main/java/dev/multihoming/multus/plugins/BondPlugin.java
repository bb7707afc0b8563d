package dev.multihoming.multus.plugins;

import dev.multihoming.multus.plugins.FieldType.Choice;
import dev.multihoming.multus.plugins.FieldType.Flag;
import dev.multihoming.multus.plugins.FieldType.Formed;
import dev.multihoming.multus.plugins.FieldType.Listing;
import dev.multihoming.multus.plugins.FieldType.Struct;
import dev.multihoming.multus.plugins.FieldType.Text;
import dev.multihoming.multus.plugins.FieldType.Whole;
import java.util.Set;

/// bond-cni (facts C14). Its links are interfaces of the pod, made by the networks before it.
final class BondPlugin {
    static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("bond"),
                    Field.of(
                            "mode",
                            Choice.of(
                                    "",
                                    "balance-rr",
                                    "active-backup",
                                    "balance-xor",
                                    "broadcast",
                                    "802.3ad",
                                    "balance-tlb",
                                    "balance-alb")),
                    Field.of("failOverMac", new Whole(0, 2)),
                    Field.of("miimon", new Formed(TextForm.DECIMAL)),
                    Field.of("links", new Listing(Struct.of(Field.of("name", new Text())), 2)),
                    Field.of("linksInContainer", new Flag()),
                    Field.of("mtu", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
                    Field.of("allSlavesActive", new Whole(0, 1)),
                    Field.of("tlbDynamicLb", new Whole(0, 1)),
                    Field.of("xmitHashPolicy", new Text()))
            .requiring(Requirement.always("links"));

    private BondPlugin() {}
}
