package dev.multihoming.core.plugins;

import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Listing;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// route-override-cni.
public final class RouteOverridePlugin implements ChainedPlugin {
    static final PluginSpec SPEC = PluginSpec.of(
            Set.of("route-override"),
            Field.of("flushroutes", new Flag()),
            Field.of("flushgateway", new Flag()),
            Field.of("delroutes", new Listing(CommonFields.ROUTE)),
            Field.of("addroutes", new Listing(CommonFields.ROUTE)),
            Field.of("skipcheck", new Flag()));

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
        return List.of(
                FormField.of("flushroutes", "Flush routes", "Removes all routes of the pod.")
                        .startingWith("false"),
                FormField.of("flushgateway", "Flush gateway", "Removes the default route of the pod.")
                        .startingWith("false"));
    }

    @Override
    public Stream<DefaultRouteUse> defaultRoutes(CniConfig.Plugin plugin) {
        return Stream.of(
                        DefaultRouteUse.flag(plugin, "flushroutes"),
                        DefaultRouteUse.flag(plugin, "flushgateway"),
                        DefaultRouteUse.routes(plugin.path(), plugin.object(), "addroutes"))
                .flatMap(found -> found);
    }

    @Override
    public boolean changesRoutes() {
        return true;
    }
}
