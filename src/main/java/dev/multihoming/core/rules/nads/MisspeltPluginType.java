package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.schema.NearMiss;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An unknown type is admitted; one that is a slip away from a known one gets a question.
/// See node-behavior.md#type-and-plugins.
@RuleCard(
        code = "MH220",
        name = "misspelt-plugin-type",
        summary = "A plugin's type is misspelt by one letter.",
        requirement = "a type should be the name of a plugin that is on the nodes",
        why = """
                Multus runs a program of that name on the node. If there is none, the pod stays in \
                ContainerCreating with "failed to find plugin". The webhook cannot see which programs the nodes \
                have, so the network is admitted.""",
        remedy = "Correct the name. If the nodes do have a plugin of this name, nothing needs to be done.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class MisspeltPluginType implements ConfigRule {
    /// Shorter names are a letter away from anything.
    private static final int LONG_ENOUGH = 4;

    /// Plugins without a table here.
    private static final Set<String> OTHERS =
            Set.of("calico", "flannel", "loopback", "istio-cni", "kube-ovn", "antrea", "cilium-cni", "rdma", "danm");

    @Override
    public List<Violation> find(ParsedConfig config) {
        return config.plugins().stream()
                .flatMap(plugin -> judge(config, plugin))
                .toList();
    }

    private static Stream<Violation> judge(ParsedConfig config, CniConfig.Plugin plugin) {
        // The common config has nothing but known names, and no stream is needed to say so.
        if (KnownPlugins.of(plugin.type()).isPresent()
                && GoFields.object(plugin.object(), "ipam")
                        .filter(ipam -> !KnownPlugins.ipamTypes().contains(GoFields.text(ipam, "type")))
                        .isEmpty()) {
            return Stream.empty();
        }
        return Stream.concat(
                judge(config, plugin.path(), plugin.object(), KnownPlugins.types()),
                GoFields.object(plugin.object(), "ipam").stream()
                        .flatMap(ipam -> judge(config, plugin.path().child("ipam"), ipam, KnownPlugins.ipamTypes())));
    }

    private static Stream<Violation> judge(
            ParsedConfig config, JsonPath path, JsonObject object, Collection<String> known) {
        String type = GoFields.text(object, "type");
        return meant(type, known).stream()
                .map(name -> new Violation(
                        config.location(path, object.start()),
                        "no plugin %s is known here".formatted(Quoted.of(type)),
                        "Write %s if that is meant".formatted(Quoted.of(name))));
    }

    /// The plugin that was probably meant by a type; empty for a known type, and for one that resembles none.
    public static Optional<String> meant(String type) {
        return meant(type, KnownPlugins.types());
    }

    private static Optional<String> meant(String type, Collection<String> known) {
        return known.contains(type) || OTHERS.contains(type)
                ? Optional.empty()
                : known.stream()
                        .filter(name -> name.length() >= LONG_ENOUGH && NearMiss.isClose(type, name))
                        .min(Comparator.naturalOrder());
    }
}
