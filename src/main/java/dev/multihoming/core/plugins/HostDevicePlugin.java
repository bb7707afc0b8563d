package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Text;
import java.util.Set;

/// The host-device plugin 1.9.1 (facts C7): it moves an interface of the node into the pod.
final class HostDevicePlugin {
    static final PluginSpec SPEC = PluginSpec.of(
            Set.of("host-device"),
            Field.of("device", new Formed(TextForm.NODE_LINK)),
            Field.of("hwaddr", new Formed(TextForm.HARDWARE_ADDRESS)),
            Field.of("kernelpath", new Formed(TextForm.KERNEL_PATH)),
            Field.of("pciBusID", new Text()),
            Field.of("runtimeConfig", Struct.of(Field.of("deviceID", new Text()))));

    private HostDevicePlugin() {}
}
