package dev.multihoming.core.plugins;

import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.ExclusiveOptions;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Choice;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Listing;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.List;
import java.util.Set;

/// The portmap plugin 1.9.1 (node-behavior.md#portmap).
public final class PortmapPlugin implements ChainedPlugin {
    /// Their words are judged by [FirewallConditions].
    private static final List<String> CONDITIONS = List.of("conditionsV4", "conditionsV6");

    /// Source: plugins 1.10.0, portmap_iptables.go and portmap_nftables.go.
    private static final List<HandedOn> HANDED_ON = List.of(HandedOn.of(SafeText.CHAIN, "externalSetMarkChain"));

    private static final Whole PORT_NUMBER = new Whole(1, 65_535);

    private static final Struct PORT = Struct.of(
                    Field.of("hostPort", PORT_NUMBER),
                    Field.of("containerPort", PORT_NUMBER),
                    Field.of("protocol", Choice.of("tcp", "udp", "sctp")),
                    Field.of("hostIP", new Formed(TextForm.IP)))
            .requiring("hostPort", "containerPort");

    static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("portmap"),
                    Field.of("backend", Choice.of("iptables", "nftables")),
                    Field.of("snat", new Flag()),
                    Field.of("conditionsV4", new Listing(new Text())),
                    Field.of("conditionsV6", new Listing(new Text())),
                    Field.of("masqAll", new Flag()),
                    Field.of("markMasqBit", new Whole(0, 31)),
                    Field.of("externalSetMarkChain", new Text()),
                    Field.of("runtimeConfig", Struct.of(Field.of("portMappings", new Listing(PORT)))))
            .refusing(new ExclusiveOptions(List.of("markMasqBit"), List.of("externalSetMarkChain")));

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public CniVersion cniVersionFloor() {
        return CniVersion.ABSENT;
    }

    @Override
    public Set<String> capabilities() {
        return Set.of("portMappings");
    }

    @Override
    public List<HandedOn> handedOn() {
        return HANDED_ON;
    }

    @Override
    public List<String> firewallConditions() {
        return CONDITIONS;
    }

    @Override
    public List<FormField> form() {
        return List.of(
                FormField.of("snat", "Source NAT", "Rewrites the source of connections that come back to the pod.")
                        .startingWith("true"));
    }
}
