package dev.multihoming.conformance;

import dev.multihoming.core.plugins.BridgePlugin;
import dev.multihoming.core.plugins.CommonFields;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.PluginSpec;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType;
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

    /// A link of the node for others to build on or to move.
    private static final List<String> SPARE_LINK = List.of("link add m0 type veth peer name m1");

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
                        only(BridgePlugin.SPEC.fields(), "ipMasqBackend")),
                on("macvlan", "{'cniVersion': '1.0.0', 'type': 'macvlan', 'master': 'm0'}", SPARE_LINK),
                on("host-device", "{'cniVersion': '1.0.0', 'type': 'host-device', 'device': 'm0'}", SPARE_LINK),
                on("tap", "{'cniVersion': '1.0.0', 'type': 'tap'}", List.of()),
                on("ptp", "{'cniVersion': '1.0.0', 'type': 'ptp', 'ipam': " + HOST_LOCAL + "}", List.of()),
                ipam("host-local", HOST_LOCAL),
                ipam("static", "{'type': 'static', 'addresses': [{'address': '10.9.0.7/24'}]}"),
                after("tuning", "{'type': 'tuning'}"),
                after("sbr", "{'type': 'sbr'}"),
                after("portmap", "{'type': 'portmap'}"),
                after("bandwidth", "{'type': 'bandwidth'}"),
                after("firewall", "{'type': 'firewall'}"));
    }

    /// A plugin on its own.
    private static Trial on(String type, String baseline, List<String> links) {
        PluginSpec spec = KnownPlugins.of(type).orElseThrow().spec();
        return new Trial(type, json(baseline), "", spec.fields(), spec.exclusions(), Map.of(), links);
    }

    /// An IPAM plugin, for a bridge.
    private static Trial ipam(String type, String ipam) {
        PluginSpec spec = KnownPlugins.ipam(type).orElseThrow().spec();
        String config =
                "{'cniVersion': '1.0.0', 'type': 'bridge', 'bridge': 'br1', 'vlan': 0, 'macspoofchk': false, 'ipam': "
                        + ipam + "}";
        return new Trial(type, json(config), "/ipam", spec.fields(), List.of(), Map.of(), List.of());
    }

    /// A plugin that changes what a bridge made.
    private static Trial after(String type, String plugin) {
        PluginSpec spec = KnownPlugins.of(type).orElseThrow().spec();
        String config = "{'cniVersion': '1.0.0', 'plugins': ["
                + BRIDGE_WITH_ADDRESS.replace("\"cniVersion\": \"1.0.0\", ", "") + ", " + plugin + "]}";
        return new Trial(
                type,
                json(config),
                "/plugins/1",
                spec.fields(),
                spec.exclusions(),
                Map.of("markMasqBit", "14", "externalSetMarkChain", "\"MARKS\""),
                List.of());
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }

    private static List<Field> only(List<Field> fields, String... keys) {
        return Stream.of(keys)
                .flatMap(key -> fields.stream().filter(field -> field.key().equals(key)))
                .toList();
    }
}
