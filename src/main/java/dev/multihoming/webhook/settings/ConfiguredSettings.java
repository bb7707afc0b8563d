package dev.multihoming.webhook.settings;

import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.rules.RuleBook;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The configuration as the rules see it.
public final class ConfiguredSettings {
    private static final Settings BUILT_IN = Settings.DEFAULTS;

    private ConfiguredSettings() {}

    /// Fails with a sentence for the administrator: the process must not start with a setting that was not meant.
    public static Settings of(Configuration configuration) {
        return new Settings(
                multus(configuration),
                sizes(configuration),
                references(configuration),
                new Settings.Accounts(
                        orNone(configuration.interfaceNamingExemptUsers()), orNone(configuration.networkOwners())),
                new Settings.Pods(
                        BUILT_IN.pods().interfaceNaming(),
                        configuration.injectNodeNeeds(),
                        configuration.enforceTemplates()),
                new Settings.Networks(
                        BUILT_IN.networks().defaults(),
                        BUILT_IN.networks().limits(),
                        BUILT_IN.networks().sharedSegments(),
                        ranges(configuration)));
    }

    private static Settings.Multus multus(Configuration configuration) {
        return new Settings.Multus(
                atLeast(0, configuration.interfaceOffset(), "multihoming.interface-offset"),
                configuration.multusNamespace(),
                nestedPluginTypes(configuration));
    }

    private static Settings.Sizes sizes(Configuration configuration) {
        return new Settings.Sizes(
                atLeast(1, configuration.maxNetworks(), "multihoming.max-networks"),
                atLeast(1, bytes(configuration), "multihoming.max-config-size"),
                BUILT_IN.sizes().plugins());
    }

    private static Settings.References references(Configuration configuration) {
        return new Settings.References(
                orNone(configuration.allowedForeignReferences()),
                orNone(configuration.machineBindingReferences()),
                configuration.ovnDefaultNamespace().orElse(""));
    }

    private static int bytes(Configuration configuration) {
        return configuration.maxConfigSize().asBigInteger().intValueExact();
    }

    private static int atLeast(int least, int value, String property) {
        if (value < least) {
            throw new IllegalArgumentException("%s is %d; it must be at least %d.".formatted(property, value, least));
        }
        return value;
    }

    private static Set<String> orNone(Optional<Set<String>> names) {
        return names.orElse(Set.of());
    }

    private static Set<String> ranges(Configuration configuration) {
        Set<String> ranges = orNone(configuration.clusterRanges());
        for (String range : ranges) {
            if (IpSubnet.parse(range).isEmpty()) {
                throw new IllegalArgumentException(
                        "multihoming.cluster-ranges has " + range + ", which is no address with a prefix length.");
            }
        }
        return ranges;
    }

    /// Fails with a sentence like [#of].
    public static EffectivePolicy policy(Configuration configuration) {
        return EffectivePolicy.of(
                        RuleBook.cards(), orNone(configuration.enforcedRules()), orNone(configuration.warnedRules()))
                .with(of(configuration));
    }

    /// Added to the built-in ones, which must not be lost when another is added.
    private static Set<String> nestedPluginTypes(Configuration configuration) {
        Set<String> types = new TreeSet<>(BUILT_IN.multus().nestedPluginTypes());
        types.addAll(orNone(configuration.nestedPluginTypes()));
        return types;
    }
}
