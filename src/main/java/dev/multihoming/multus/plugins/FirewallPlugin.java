package dev.multihoming.multus.plugins;

import dev.multihoming.schema.Field;
import dev.multihoming.schema.FieldType.Choice;
import dev.multihoming.schema.FieldType.Text;
import java.util.Set;

/// The firewall plugin 1.9.1 (facts C9). It takes any other backend for the node's default.
final class FirewallPlugin {
    static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("firewall"),
                    Field.of("backend", new Text()),
                    Field.of("iptablesAdminChainName", new Text()),
                    Field.of("firewalldZone", new Text()),
                    Field.of("ingressPolicy", Choice.of("", "open", "same-bridge", "isolated")))
            .afterAnother();

    private FirewallPlugin() {}
}
