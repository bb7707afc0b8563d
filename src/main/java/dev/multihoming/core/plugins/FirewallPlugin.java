package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Choice;
import dev.multihoming.core.schema.FieldType.Text;
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
