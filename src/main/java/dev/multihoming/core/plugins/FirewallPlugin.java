package dev.multihoming.core.plugins;

import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Choice;
import dev.multihoming.core.schema.FieldType.Text;
import java.util.List;
import java.util.Set;

/// The firewall plugin 1.9.1 (node-behavior.md#firewall). It takes any other backend for the node's default.
public final class FirewallPlugin implements ChainedPlugin {
    /// Source: plugins 1.10.0, firewall/iptables.go, setupChains.
    private static final List<HandedOn> HANDED_ON = List.of(HandedOn.of(SafeText.CHAIN, "iptablesAdminChainName"));

    /// firewall.go, `VersionsStartingFrom` (plugins 1.10.0).
    private static final CniVersion FLOOR = new CniVersion(0, 4, 0);

    static final PluginSpec SPEC = PluginSpec.of(
            Set.of("firewall"),
            Field.of("backend", new Text()),
            Field.of("iptablesAdminChainName", new Text()),
            Field.of("firewalldZone", new Text()),
            Field.of("ingressPolicy", Choice.of("", "open", "same-bridge", "isolated")));

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
        return Set.of();
    }

    @Override
    public List<HandedOn> handedOn() {
        return HANDED_ON;
    }

    @Override
    public List<FormField> form() {
        return List.of(FormField.of("ingressPolicy", "Ingress policy", "Which traffic from other bridges is let in.")
                .startingWith("open"));
    }
}
