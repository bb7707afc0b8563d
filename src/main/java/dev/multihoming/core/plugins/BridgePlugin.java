package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Exclusion;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Choice;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Interval;
import dev.multihoming.core.schema.FieldType.Listing;
import dev.multihoming.core.schema.FieldType.Mtu;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.List;
import java.util.Set;

/// The bridge plugin 1.9.1 (facts C1), also installed as `cnv-bridge` (facts C2).
public final class BridgePlugin {
    /// 0 means no VLAN, the same as absent (RIG 201).
    private static final Whole VLAN = new Whole(0, 4094);

    private static final Whole TRUNK_VLAN = new Whole(1, 4094);

    private static final Struct TRUNK_ENTRY = new Struct(
            List.of(Field.of("id", TRUNK_VLAN), Field.of("minID", TRUNK_VLAN), Field.of("maxID", TRUNK_VLAN)),
            List.of(new Interval("minID", "maxID")));

    private static final Struct WITH_MAC = Struct.of(Field.of("mac", new Formed(TextForm.MAC)));

    public static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("bridge", "cnv-bridge"),
                    Field.of("bridge", new Formed(TextForm.BRIDGE_NAME)),
                    Field.of("isGateway", new Flag()),
                    Field.of("isDefaultGateway", new Flag()),
                    Field.of("forceAddress", new Flag()),
                    Field.of("ipMasq", new Flag()),
                    Field.of("ipMasqBackend", Choice.of("iptables", "nftables")),
                    Field.of("mtu", new Mtu()),
                    Field.of("hairpinMode", new Flag()),
                    Field.of("promiscMode", new Flag()),
                    Field.of("vlan", VLAN),
                    Field.of("vlanTrunk", new Listing(TRUNK_ENTRY)),
                    Field.of("preserveDefaultVlan", new Flag()),
                    Field.of("macspoofchk", new Flag()),
                    Field.of("enabledad", new Flag()),
                    Field.of("disableContainerInterface", new Flag()),
                    Field.of("portIsolation", new Flag()),
                    Field.of("args", Struct.of(Field.of("cni", WITH_MAC))),
                    Field.of("runtimeConfig", WITH_MAC))
            .refusing(
                    new Exclusion(List.of("hairpinMode"), List.of("promiscMode")),
                    new Exclusion(List.of("ipam", "type"), List.of("disableContainerInterface")));

    private BridgePlugin() {}
}
