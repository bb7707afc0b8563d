package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Whole;
import dev.multihoming.core.schema.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The vrf plugin 1.10.0 (node-behavior.md#sbr-and-vrf).
public final class VrfPlugin implements ChainedPlugin {
    /// vrf/main.go, `VersionsStartingFrom` (plugins 1.10.0).
    private static final CniVersion FLOOR = new CniVersion(0, 3, 1);

    static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("vrf"),
                    Field.of("vrfname", new Formed(TextForm.VRF_NAME)),
                    Field.of("table", new Whole(0, 4_294_967_295L)))
            .requiring(Requirement.always("vrfname"));

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
    public List<FormField> form() {
        return List.of(
                FormField.of("vrfname", "VRF", "The VRF of the pod that the interface joins."),
                FormField.of("table", "Routing table", "The number of its table."));
    }

    @Override
    public Optional<VrfUse> vrf(JsonObject config) {
        String name = GoFields.text(config, "vrfname");
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new VrfUse(name, GoFields.whole(config, "table").orElse(0)));
    }

    @Override
    public boolean changesRoutes() {
        return true;
    }
}
