package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Listing;
import java.util.Set;

/// route-override-cni.
final class RouteOverridePlugin {
    static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("route-override"),
                    Field.of("flushroutes", new Flag()),
                    Field.of("flushgateway", new Flag()),
                    Field.of("delroutes", new Listing(CommonFields.ROUTE)),
                    Field.of("addroutes", new Listing(CommonFields.ROUTE)),
                    Field.of("skipcheck", new Flag()))
            .afterAnother();

    private RouteOverridePlugin() {}
}
