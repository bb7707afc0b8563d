package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.multus.EffectiveCniVersion;
import dev.multihoming.core.plugins.AssignedAddress;
import dev.multihoming.core.plugins.CniPlugin;
import dev.multihoming.core.plugins.InterfacePlugin;
import dev.multihoming.core.plugins.IpamNeed;
import dev.multihoming.core.plugins.IpamPlugin;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mutation;
import dev.multihoming.core.review.Mutator;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// See node-behavior.md#cniversion.
@RuleCard(
        code = "MH209",
        name = "old-cni-version",
        summary = "A network's CNI version is older than its plugins need; an absent one is added.",
        requirement = "the CNI version must be one that every plugin of the network takes",
        why = """
                Before 0.3.0, a plugin's answer must contain an address. An interface without IPAM has none, so \
                every attachment fails with "no valid IP addresses". `static` and `host-local` refuse two \
                addresses of one family there. `bandwidth` needs 0.3.0, `vrf` 0.3.1 and `firewall` 0.4.0. A config \
                without `cniVersion` counts as 0.1.0. If it is absent, the webhook adds the oldest version that \
                works. It does not change an existing version.""",
        remedy = "Set `cniVersion` at the top of the config to the version that the message names, or a newer one.",
        since = "0.1.0")
public final class OldCniVersion implements Mutator<Nad> {
    private static final String KEY = "cniVersion";

    /// What makes an interface where there is no IPAM.
    private static final Set<IpamNeed> WITHOUT_ADDRESS = Set.of(IpamNeed.OPTIONAL, IpamNeed.UNUSED);

    /// Whatever the policy says.
    private static final ConfigRule NEEDED = config -> needs(config)
            .map(need -> new Violation(
                    config.location(need.plugin().path(), need.plugin().object().start()),
                    need.why() + ", and " + written(config),
                    remedy(config, need.version())))
            .toList();

    /// A plugin that does not work below a version.
    ///
    /// @param reason made only where it is told
    private record Need(CniConfig.Plugin plugin, CniVersion version, Supplier<String> reason) {
        String why() {
            return reason.get();
        }
    }

    @Override
    public List<Violation> find(Nad nad, Context context) {
        return ParsedConfig.of(nad, context)
                .filter(config -> context.phase() != Phase.MUTATE || !isAdded(config, context))
                .map(config -> config.violationsOf(NEEDED))
                .orElse(List.of());
    }

    @Override
    public List<Mutation> repair(Nad nad, Context context) {
        return ParsedConfig.of(nad, context).filter(config -> isAdded(config, context)).stream()
                .flatMap(config ->
                        needs(config).max(Comparator.comparing(Need::version)).map(need -> added(config, need)).stream()
                                .flatMap(List::stream))
                .toList();
    }

    private static List<Mutation> added(ParsedConfig config, Need need) {
        String value = Quoted.of(need.version().toString());
        Violation note = new Violation(
                config.location(JsonPath.ROOT, config.document().start()),
                "\"cniVersion\": %s was added, because %s".formatted(value, need.why()),
                "Write \"cniVersion\" yourself to choose a newer one");
        return new PluginDefault(KEY, value)
                .repairs(config, config.document(), note)
                .toList();
    }

    private static boolean isAdded(ParsedConfig config, Context context) {
        return context.settings().networks().defaults().inject()
                && PluginDefault.concerns(context)
                && PluginDefault.isUnset(config.document(), KEY)
                && PluginDefault.isUnset(config.document(), "cniVersions");
    }

    private static Stream<Need> needs(ParsedConfig config) {
        return effective(config).stream()
                .flatMap(version -> config.plugins().stream()
                        .flatMap(plugin -> needs(plugin, version))
                        .filter(need -> version.compareTo(need.version()) < 0));
    }

    /// Empty for a version of a wrong type, or one that does not exist: MH208 finds those.
    private static Optional<CniVersion> effective(ParsedConfig config) {
        Optional<JsonMember> written = GoFields.set(config.document(), KEY);
        if (written.isPresent() && !(written.get().value() instanceof JsonString)) {
            return Optional.empty();
        }
        String version = EffectiveCniVersion.of(config.document(), config.form());
        return version.isEmpty() ? Optional.of(CniVersion.ABSENT) : CniVersion.parse(version);
    }

    private static Stream<Need> needs(CniConfig.Plugin plugin, CniVersion version) {
        return KnownPlugins.of(plugin).stream()
                .flatMap(known -> Stream.concat(
                        Stream.of(known.cniVersionFloor())
                                .filter(floor -> floor.compareTo(CniVersion.ABSENT) > 0)
                                .map(floor -> new Need(
                                        plugin,
                                        floor,
                                        () -> "the plugin %s needs CNI version %s or newer"
                                                .formatted(Quoted.of(plugin.type()), floor))),
                        version.compareTo(CniVersion.FIRST_WITHOUT_ADDRESS) < 0
                                ? Stream.concat(withoutAddress(plugin, known), severalAddresses(plugin))
                                : Stream.empty()));
    }

    /// static and host-local count them themselves.
    private static Stream<Need> severalAddresses(CniConfig.Plugin plugin) {
        return GoFields.object(plugin.object(), "ipam").stream()
                .filter(ipam -> KnownPlugins.ipam(GoFields.text(ipam, "type"))
                        .filter(IpamPlugin::countsAddresses)
                        .filter(known -> hasTwoOfAFamily(known.assigned(ipam)))
                        .isPresent())
                .map(ipam -> new Need(
                        plugin,
                        CniVersion.FIRST_WITHOUT_ADDRESS,
                        () -> "%s gives two addresses of one family, which needs CNI version %s or newer"
                                .formatted(Quoted.of(GoFields.text(ipam, "type")), CniVersion.FIRST_WITHOUT_ADDRESS)));
    }

    private static boolean hasTwoOfAFamily(List<AssignedAddress> assigned) {
        long families =
                assigned.stream().map(AssignedAddress::family).distinct().count();
        return assigned.size() > families;
    }

    private static Stream<Need> withoutAddress(CniConfig.Plugin plugin, CniPlugin known) {
        boolean without = known instanceof InterfacePlugin
                && WITHOUT_ADDRESS.contains(known.ipam())
                && hasNoIpam(plugin.object());
        return without
                ? Stream.of(new Need(
                        plugin,
                        CniVersion.FIRST_WITHOUT_ADDRESS,
                        () -> "the plugin %s has no IPAM, which needs CNI version %s or newer"
                                .formatted(Quoted.of(plugin.type()), CniVersion.FIRST_WITHOUT_ADDRESS)))
                : Stream.empty();
    }

    /// An ipam of a wrong type is MH210's.
    private static boolean hasNoIpam(JsonObject plugin) {
        return GoFields.set(plugin, "ipam")
                .map(ipam -> ipam.value() instanceof JsonObject object
                        && GoFields.text(object, "type").isEmpty())
                .orElse(true);
    }

    private static String written(ParsedConfig config) {
        String version = EffectiveCniVersion.of(config.document(), config.form());
        return version.isEmpty()
                ? "the config has no \"cniVersion\", which counts as 0.1.0"
                : "the config's \"cniVersion\" is " + Quoted.of(version);
    }

    /// A second key beside one that stands there, be it empty or `null`, would be MH202's.
    private static String remedy(ParsedConfig config, CniVersion needed) {
        return "Write \"cniVersion\": \"%s\" ".formatted(needed)
                + GoKeys.winner(config.document(), KEY)
                        .map(member -> "in place of "
                                + (member.value() instanceof JsonString(int _, int _, String old)
                                        ? Quoted.of(old)
                                        : member.value().typeName()))
                        .orElse("at the top of the config");
    }
}
