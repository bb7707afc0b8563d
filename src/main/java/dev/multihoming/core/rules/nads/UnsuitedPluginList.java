package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.BandwidthPlugin;
import dev.multihoming.core.plugins.CniPlugin;
import dev.multihoming.core.plugins.InterfacePlugin;
import dev.multihoming.core.plugins.IpamNeed;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.SbrPlugin;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// See node-behavior.md#chained-plugins. A plugin that must stand behind another one and comes first is MH217's.
@RuleCard(
        code = "MH241",
        name = "unsuited-plugin-list",
        summary = "The plugins of a network do not work together, or create no interface.",
        requirement = "one plugin of a network makes the interface, and the others must be able to work on it",
        why = """
                All plugins of a list run with one interface name. A second plugin that creates an interface \
                fails, because the name is taken. An IPAM plugin as `type`, and `loopback`, succeed but create no \
                interface: the pod starts without it. `bandwidth` needs the interface's peer on the node, which \
                only plugins with a veth pair have. `sbr` needs an address. An interface is in one VRF, which a second `vrf` does not change. `ovn-k8s-cni-overlay` \
                refuses a network with any other plugin.""",
        remedy =
                "Write one network for each interface, and after the plugin that creates it only plugins that work with it.",
        since = "0.1.0")
public final class UnsuitedPluginList implements ConfigRule {
    @Override
    public List<Violation> find(ParsedConfig config) {
        return judge(config);
    }

    private static List<Violation> judge(ParsedConfig config) {
        List<Violation> violations = new ArrayList<>();
        CniConfig.Plugin maker = null;
        boolean isInVrf = false;
        for (CniConfig.Plugin plugin : config.plugins()) {
            Optional<CniPlugin> known = KnownPlugins.of(plugin);
            String type = Quoted.of(plugin.type());
            if (KnownPlugins.bringsNoInterface(plugin.type())) {
                violations.add(violation(
                        config,
                        plugin,
                        "the plugin %s makes no interface".formatted(type),
                        "Write the type of a plugin that does, such as \"bridge\" or \"macvlan\""));
            } else if (known.filter(InterfacePlugin.class::isInstance).isPresent()) {
                if (maker != null) {
                    violations.add(violation(
                            config,
                            plugin,
                            "the plugin %s makes a second interface of the name that %s has taken"
                                    .formatted(type, Quoted.of(maker.type())),
                            "Write a network of its own for it"));
                } else {
                    maker = plugin;
                }
            } else if (maker != null && standsAlone(maker)) {
                violations.add(violation(
                        config,
                        plugin,
                        "%s takes no other plugin beside it, such as %s".formatted(Quoted.of(maker.type()), type),
                        "Remove it"));
            } else if (isInVrf && putsIntoVrf(plugin)) {
                violations.add(violation(
                        config,
                        plugin,
                        "the plugin %s is there twice, and the interface is in the VRF of the first".formatted(type),
                        "Remove one of the two"));
            } else if (known.isPresent() && maker != null) {
                misfit(plugin, maker)
                        .map(fact -> violation(config, plugin, fact, "Remove it, or use another plugin before it"))
                        .ifPresent(violations::add);
            }
            isInVrf |= putsIntoVrf(plugin);
        }
        return violations;
    }

    private static boolean putsIntoVrf(CniConfig.Plugin plugin) {
        return KnownPlugins.of(plugin)
                .flatMap(known -> known.vrf(plugin.object()))
                .isPresent();
    }

    private static boolean standsAlone(CniConfig.Plugin maker) {
        return KnownPlugins.of(maker)
                .filter(plugin -> plugin instanceof InterfacePlugin one && one.standsAlone())
                .isPresent();
    }

    private static Optional<String> misfit(CniConfig.Plugin plugin, CniConfig.Plugin maker) {
        boolean hasPeer = KnownPlugins.of(maker).filter(CniPlugin::makesVeth).isPresent();
        if (BandwidthPlugin.limits(plugin) && !hasPeer) {
            return Optional.of("%s limits an interface with a peer on the node, and that of %s has none"
                    .formatted(Quoted.of(plugin.type()), Quoted.of(maker.type())));
        }
        boolean hasNoAddress = KnownPlugins.of(maker)
                        .filter(known -> known.ipam() == IpamNeed.OPTIONAL && !known.bringsAddresses(maker.object()))
                        .isPresent()
                && GoFields.object(maker.object(), "ipam")
                        .filter(ipam -> !GoFields.text(ipam, "type").isEmpty())
                        .isEmpty();
        return SbrPlugin.is(plugin) && hasNoAddress
                ? Optional.of("%s needs an address, and %s gives none"
                        .formatted(Quoted.of(plugin.type()), Quoted.of(maker.type())))
                : Optional.empty();
    }

    private static Violation violation(ParsedConfig config, CniConfig.Plugin plugin, String fact, String remedy) {
        return new Violation(config.location(plugin.path(), plugin.object().start()), fact, remedy);
    }
}
