package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.OvnOverlayPlugin;
import dev.multihoming.core.plugins.OvnOverlayPlugin.ByTopology;
import dev.multihoming.core.review.Observation;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether the options of an OVN-Kubernetes network are those of its topology (facts C15).
final class OvnTopology {
    private OvnTopology() {}

    static String of(CniConfig.Plugin plugin) {
        return GoFields.text(plugin.object(), "topology");
    }

    static Stream<Observation> misfits(JudgedConfig config, CniConfig.Plugin plugin) {
        String topology = of(plugin);
        return Stream.concat(
                OvnOverlayPlugin.BY_TOPOLOGY.stream()
                        .filter(option -> !option.topologies().contains(topology))
                        .flatMap(option -> member(plugin.object(), option).stream()
                                .map(member -> observe(config, plugin, member, option, topology))),
                withoutSubnets(config, plugin, topology));
    }

    private static Optional<JsonMember> member(JsonObject object, ByTopology option) {
        String key = option.key();
        String text = GoFields.text(object, key);
        boolean isSet =
                option.value().map(text::equals).orElseGet(() -> !text.isEmpty() || GoFields.isTrue(object, key));
        return isSet ? GoFields.set(object, key) : Optional.empty();
    }

    private static Observation observe(
            JudgedConfig config, CniConfig.Plugin plugin, JsonMember member, ByTopology option, String topology) {
        String what = option.value()
                .map(value -> Quoted.of(option.key()) + ": " + Quoted.of(value))
                .orElseGet(() -> Quoted.of(option.key()));
        return new Observation(
                config.place(plugin.path(), member),
                "%s is not possible with topology %s".formatted(what, Quoted.of(topology)),
                "Remove it, or use topology "
                        + String.join(
                                " or ", option.topologies().stream().sorted().toList()));
    }

    private static Stream<Observation> withoutSubnets(JudgedConfig config, CniConfig.Plugin plugin, String topology) {
        JsonObject object = plugin.object();
        boolean needed = topology.equals("layer2")
                && GoFields.text(object, "role").equals("primary")
                && GoFields.text(object, "subnets").isEmpty();
        return needed
                ? Stream.of(new Observation(
                        config.place(plugin.path(), object.start()),
                        "a layer2 network with role \"primary\" has no \"subnets\"",
                        "Write its \"subnets\""))
                : Stream.empty();
    }
}
