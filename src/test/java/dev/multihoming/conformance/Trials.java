package dev.multihoming.conformance;

import dev.multihoming.multus.plugins.BridgePlugin;
import dev.multihoming.multus.plugins.CommonFields;
import dev.multihoming.multus.plugins.Field;
import dev.multihoming.multus.plugins.FieldType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Every plugin that is tried: a plugin joins by a line here.
final class Trials {
    private static final String HOST_LOCAL = """
            {"type": "host-local", "dataDir": "$STATE", "subnet": "10.9.0.0/24"}""";

    private static final String BRIDGE = """
            {"cniVersion": "1.0.0", "type": "bridge", "bridge": "br1", "vlan": 0, "macspoofchk": false}""";

    private static final String BRIDGE_WITH_ADDRESS = """
            {"cniVersion": "1.0.0", "type": "bridge", "bridge": "br1", "vlan": 0, "macspoofchk": false, "ipam": %s}""".formatted(HOST_LOCAL);

    private static final String BRIDGE_IN_A_LIST = """
            {"cniVersion": "1.0.0", "plugins": [
             {"type": "bridge", "bridge": "br1", "vlan": 0, "macspoofchk": false}, {"type": "tuning"}]}""";

    /// Values rather than types: what libcni and the plugins think of names and versions.
    private static final List<Field> IDENTITY = List.of(
            Field.of(
                    "cniVersion",
                    new FieldType.Choice(List.of(
                            "0.1.0",
                            "0.2.0",
                            "0.3.0",
                            "0.3.1",
                            "0.4.0",
                            "1.0.0",
                            "1.1.0",
                            "1.2.0",
                            "0.5.0",
                            "1",
                            "1.0",
                            "1.0.0-rc1",
                            "v1.0.0",
                            "01.0.0",
                            "1.0.0.0",
                            "2.0.0"))),
            Field.of(
                    "name",
                    new FieldType.Choice(List.of(
                            "a", "a.b_c-d", "-a", ".a", "_a", "a/b", "a b", "ä", "a\\u0000b", "a".repeat(254)))));

    private Trials() {}

    static List<Trial> all() {
        return List.of(
                // What Multus, libcni and every plugin read, tried on the plugin that asks for least.
                Trial.of("any plugin", BRIDGE, CommonFields.DOCUMENT),
                Trial.of("name and version", BRIDGE, IDENTITY),
                Trial.of("name and version with address", BRIDGE_WITH_ADDRESS, IDENTITY),
                new Trial(
                        "any plugin of a list",
                        BRIDGE_IN_A_LIST,
                        "/plugins/0",
                        CommonFields.ENTRY,
                        List.of(),
                        Map.of(),
                        List.of()),
                Trial.of("bridge", BRIDGE, BridgePlugin.SPEC, Map.of("ipam", HOST_LOCAL)),
                // Gateways and masquerading need an address.
                Trial.of(
                        "bridge with host-local",
                        BRIDGE_WITH_ADDRESS,
                        only(BridgePlugin.SPEC.fields(), "isGateway", "isDefaultGateway", "forceAddress", "ipMasq")),
                Trial.of(
                        "bridge that masquerades",
                        BRIDGE_WITH_ADDRESS.replace(
                                "\"ipam\"", "\"ipMasq\": true, \"ipMasqBackend\": \"nftables\", \"ipam\""),
                        only(BridgePlugin.SPEC.fields(), "ipMasqBackend")));
    }

    private static List<Field> only(List<Field> fields, String... keys) {
        return Stream.of(keys)
                .flatMap(key -> fields.stream().filter(field -> field.key().equals(key)))
                .toList();
    }
}
