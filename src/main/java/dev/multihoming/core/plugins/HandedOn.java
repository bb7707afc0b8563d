package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The fields whose text a plugin hands to another program of the node, or uses as a path there.
///
/// @param keys from the plugin's object down; lists on the way are all looked at
/// @param form what the text must be
record HandedOn(List<String> keys, SafeText form) {
    private static final Map<String, List<HandedOn>> BY_TYPE = Map.ofEntries(
            // plugins 1.10.0, portmap_iptables.go and portmap_nftables.go; the conditions are [FirewallConditions].
            Map.entry("portmap", List.of(of(SafeText.CHAIN, "externalSetMarkChain"))),
            // plugins 1.10.0, bridge.go, ensureBridge.
            Map.entry("bridge", List.of(of(SafeText.NEW_LINK, "bridge"))),
            Map.entry("cnv-bridge", List.of(of(SafeText.NEW_LINK, "bridge"))),
            // plugins 1.10.0, firewall/iptables.go, setupChains.
            Map.entry("firewall", List.of(of(SafeText.CHAIN, "iptablesAdminChainName"))),
            // plugins 1.10.0, tuning.go, createBackup and restoreBackup.
            Map.entry("tuning", List.of(of(SafeText.STATE_FOLDER, "dataDir"))),
            Map.entry("cnv-tuning", List.of(of(SafeText.STATE_FOLDER, "dataDir"))),
            // plugins 1.10.0, host-device.go, handleDeviceID and getLink.
            Map.entry(
                    "host-device",
                    List.of(
                            of(SafeText.DEVICE, "pciBusID"),
                            of(SafeText.DEVICE, "runtimeConfig", "deviceID"),
                            of(SafeText.KERNEL_PATH, "kernelpath"))),
            // flannel-io/cni-plugin, flannel.go, saveScratchNetConf: the delegate's config, as root.
            Map.entry("flannel", List.of(of(SafeText.STATE_FOLDER, "dataDir"))),
            // plugins 1.10.0, disk/backend.go and dns.go.
            Map.entry(
                    "host-local",
                    List.of(
                            of(SafeText.STATE_FOLDER, "ipam", "dataDir"),
                            of(SafeText.RESOLV_CONF, "ipam", "resolvConf"))),
            // plugins 1.10.0, dhcp/main.go, getSocketPath.
            Map.entry("dhcp", List.of(of(SafeText.SOCKET, "ipam", "daemonSocketPath"))),
            // whereabouts 0.9.2, pkg/logging and pkg/config.
            Map.entry(
                    "whereabouts",
                    List.of(
                            of(SafeText.LOG_FILE, "ipam", "log_file"),
                            of(SafeText.WHEREABOUTS_CONF, "ipam", "configuration_path"),
                            of(SafeText.KUBECONFIG, "ipam", "kubernetes", "kubeconfig"))));

    /// Whoever reads them: flannel hands its own `runtimeConfig` to its delegate.
    static final List<HandedOn> BY_ANY = List.of(
            of(SafeText.PROTOCOL, "runtimeConfig", "portMappings", "protocol"),
            of(SafeText.HOST_IP, "runtimeConfig", "portMappings", "hostIP"));

    private static final List<String> CONDITIONS = List.of("conditionsV4", "conditionsV6");

    static HandedOn of(SafeText form, String... keys) {
        return new HandedOn(List.of(keys), form);
    }

    /// Those of the plugin that is installed under that name.
    static List<HandedOn> by(String type) {
        return BY_TYPE.getOrDefault(type, List.of());
    }

    /// A text of a config, and where it stands.
    record Written(JsonPath path, int offset, String key, String text) {}

    /// Every text that the field can get, whichever of repeated keys, or of keys in several spellings, counts.
    Stream<Written> in(JsonPath path, JsonObject object) {
        return below(path, object, keys);
    }

    private static Stream<Written> below(JsonPath path, Json value, List<String> keys) {
        return switch (value) {
            case JsonObject object
            when !keys.isEmpty() ->
                object.members().stream()
                        .filter(member -> GoKeys.foldsTo(member.key(), keys.getFirst()))
                        .flatMap(member -> member(path, member, keys.subList(1, keys.size())));
            case JsonArray array ->
                IntStream.range(0, array.elements().size())
                        .boxed()
                        .flatMap(i -> below(path.child(i), array.elements().get(i), keys));
            default -> Stream.empty();
        };
    }

    private static Stream<Written> member(JsonPath path, JsonMember member, List<String> rest) {
        JsonPath here = path.child(member.key());
        return rest.isEmpty() && member.value() instanceof JsonString text
                ? Stream.of(new Written(here, text.start(), member.key(), text.value()))
                : below(here, member.value(), rest);
    }

    /// The lists of conditions of a portmap plugin, each with the member that holds it.
    static Stream<JsonMember> conditions(String type, JsonObject object) {
        return type.equals("portmap")
                ? object.members().stream()
                        .filter(member -> CONDITIONS.stream().anyMatch(key -> GoKeys.foldsTo(member.key(), key)))
                        .filter(member -> member.value() instanceof JsonArray)
                : Stream.empty();
    }

    /// The texts of a list; others are of the wrong type, which the plugin refuses.
    static List<String> texts(JsonArray array) {
        return array.elements().stream()
                .flatMap(element -> element instanceof JsonString text ? Stream.of(text.value()) : Stream.empty())
                .toList();
    }
}
