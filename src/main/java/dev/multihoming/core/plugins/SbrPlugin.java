package dev.multihoming.core.plugins;

import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Listing;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.List;
import java.util.Set;

/// The sbr plugin 1.10.0 (node-behavior.md#sbr-and-vrf).
public final class SbrPlugin implements ChainedPlugin {
    /// With it the plugin reads nothing else (sbr/main.go, `cmdAdd`).
    private static final String TABLE = "table";

    static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("sbr"),
                    Field.of(TABLE, new Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
                    Field.of("gateways", new Listing(new Formed(TextForm.GIVEN_IP)))
                            .unless(TABLE),
                    Field.of("addSourceHints", new Flag()).unless(TABLE))
            .refusing(new OneGatewayPerFamily("gateways", TABLE));

    private static final List<NewInRelease> NEW = List.of(
            NewInRelease.field("1.10.0", "gateways").unless(TABLE),
            NewInRelease.field("1.10.0", "addSourceHints").unless(TABLE));

    public static boolean is(CniConfig.Plugin plugin) {
        return SPEC.types().contains(plugin.type());
    }

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
        return Set.of();
    }

    @Override
    public List<FormField> form() {
        return List.of(FormField.of(
                "table", "Routing table", "The number of the table; the plugin looks for a free one without it."));
    }

    @Override
    public List<NewInRelease> newInReleases() {
        return NEW;
    }

    @Override
    public boolean changesRoutes() {
        return true;
    }
}
