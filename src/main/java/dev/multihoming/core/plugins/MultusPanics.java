package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.LocatedObject;
import dev.multihoming.core.multus.CniConfig;
import java.util.List;

/// Configs on which Multus or a plugin panics, at ADD and again at DEL, so that the pod neither starts nor ends
/// (multus 4.3.0, `pkg/types/conf.go`: `LoadDelegateNetConfList` takes the first plugin unseen, `injectCNIArgs`
/// and `addCNIArgsInConfList` take an object for granted where a pod has `cni-args`; plugins 1.10.0,
/// `tuning.go`, `parseConf`: what `args.cni.sysctl` says is put into the map of `sysctl`, which need not be
/// there).
final class MultusPanics {
    private static final String PLUGINS = "plugins";

    private MultusPanics() {}

    static void in(JsonObject document, CniConfig config, List<NodeHarm> harms) {
        for (CniConfig.Plugin plugin : config.plugins()) {
            args(plugin, harms);
        }
        if (config.form() == CniConfig.Form.SINGLE) {
            return;
        }
        GoKeys.winner(document, PLUGINS).ifPresent(plugins -> plugins(document, plugins, harms));
    }

    /// A config that a plugin hands on to another one, as flannel does: a bridge where it has no type.
    static void inDelegate(LocatedObject delegate, List<String> types, List<NodeHarm> harms) {
        addresses(delegate.path(), delegate.object(), harms);
        nullElement(delegate.path(), delegate.object(), List.of("vlanTrunk"), harms);
        for (String type : types) {
            sysctl(new CniConfig.Plugin(delegate.path(), type, delegate.object()), harms);
        }
    }

    private static void plugins(JsonObject document, JsonMember member, List<NodeHarm> harms) {
        JsonPath path = JsonPath.ROOT.child(member.key());
        if (!(member.value() instanceof JsonArray array)) {
            return;
        }
        if (array.elements().isEmpty()) {
            harms.add(NodeHarm.panic(
                    path, array.start(), "\"plugins\" is empty", "Add an object with the plugin's \"type\""));
        }
        for (int i = 0; i < array.elements().size(); i++) {
            if (array.elements().get(i) instanceof JsonNull nothing) {
                harms.add(NodeHarm.panic(path.child(i), nothing.start(), "this plugin is null", "Remove it"));
            }
        }
        // Multus finds the key in any case, and libcni only this one.
        if (document.members().stream().noneMatch(other -> other.key().equals(PLUGINS))) {
            harms.add(NodeHarm.panic(path, member.value().start(), "the key is not \"plugins\"", "Write \"plugins\""));
        }
    }

    /// Whether the plugin panics where a pod's `cni-args` have a `sysctl`.
    static boolean onSysctlInArgs(CniConfig.Plugin plugin) {
        // A null empties the map again.
        List<JsonMember> sysctls = NodeHarm.folding(plugin.object(), "sysctl");
        return TuningPlugin.SPEC.types().contains(plugin.type())
                && (sysctls.isEmpty() || sysctls.stream().anyMatch(sysctl -> !(sysctl.value() instanceof JsonObject)));
    }

    private static void args(CniConfig.Plugin plugin, List<NodeHarm> harms) {
        args(plugin.path(), plugin.object(), harms);
        addresses(plugin.path(), plugin.object(), harms);
        if (BridgePlugin.SPEC.types().contains(plugin.type())) {
            nullElement(plugin.path(), plugin.object(), List.of("vlanTrunk"), harms);
        }
        if (plugin.type().equals("dhcp")
                && GoFields.object(plugin.object(), "ipam").isEmpty()) {
            harms.add(NodeHarm.panic(
                    plugin.path(),
                    plugin.object().start(),
                    "the IPAM plugin \"dhcp\" stands in place of a plugin that makes an interface",
                    "Name it in \"ipam\" of such a plugin"));
        }
        sysctl(plugin, harms);
    }

    private static void sysctl(CniConfig.Plugin plugin, List<NodeHarm> harms) {
        boolean hasSysctl = GoFields.object(plugin.object(), "args")
                .flatMap(args -> GoFields.object(args, "cni"))
                .flatMap(cni -> GoFields.object(cni, "sysctl"))
                .filter(sysctl -> !sysctl.members().isEmpty())
                .isPresent();
        if (hasSysctl && onSysctlInArgs(plugin)) {
            harms.add(NodeHarm.panic(
                    plugin.path(),
                    plugin.object().start(),
                    "\"args\" has a \"sysctl\" and the plugin itself has none",
                    "Add \"sysctl\": {} to the plugin, or move the settings there"));
        }
    }

    /// host-local looks at the addresses that are asked for in both places.
    private static void addresses(JsonPath path, JsonObject object, List<NodeHarm> harms) {
        nullElement(path, object, List.of("args", "cni", "ips"), harms);
        nullElement(path, object, List.of("runtimeConfig", "ips"), harms);
    }

    /// Plugins go through these lists without looking (plugins 1.10.0, host-local `config.go` and `bridge.go`).
    private static void nullElement(JsonPath path, JsonObject object, List<String> keys, List<NodeHarm> harms) {
        for (JsonMember member : NodeHarm.folding(object, keys.getFirst())) {
            JsonPath here = path.child(member.key());
            if (keys.size() > 1 && member.value() instanceof JsonObject inner) {
                nullElement(here, inner, keys.subList(1, keys.size()), harms);
            } else if (keys.size() == 1 && member.value() instanceof JsonArray array) {
                array.elements().stream()
                        .filter(JsonNull.class::isInstance)
                        .forEach(element ->
                                harms.add(NodeHarm.panic(here, element.start(), "this element is null", "Remove it")));
            }
        }
    }

    /// Multus looks the two keys up exactly.
    private static void args(JsonPath path, JsonObject plugin, List<NodeHarm> harms) {
        for (JsonMember args : exactly(plugin, "args")) {
            JsonPath here = path.child("args");
            if (!(args.value() instanceof JsonObject object)) {
                harms.add(notAnObject(here, "args", args.value()));
                continue;
            }
            exactly(object, "cni").stream()
                    .filter(cni -> !(cni.value() instanceof JsonObject))
                    .forEach(cni -> harms.add(notAnObject(here.child("cni"), "cni", cni.value())));
        }
    }

    private static NodeHarm notAnObject(JsonPath path, String key, Json value) {
        return NodeHarm.panic(
                path,
                value.start(),
                "\"%s\" is %s".formatted(key, value.typeName()),
                "Write an object, or remove \"%s\"".formatted(key));
    }

    private static List<JsonMember> exactly(JsonObject object, String key) {
        return object.members().stream()
                .filter(member -> member.key().equals(key))
                .toList();
    }
}
