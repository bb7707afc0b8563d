package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.multus.EffectiveCniVersion;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.Optional;

/// See node-behavior.md#cniversion.
@RuleCard(
        code = "MH209",
        name = "l2-bridge-old-cni-version",
        summary = "A bridge without IPAM has a CNI version before 0.3.0.",
        requirement = "a bridge without IPAM needs CNI version 0.3.0 or newer",
        why = """
                Before 0.3.0 a plugin's answer had to contain an address. A bridge without IPAM has none to give, so every attach \
                fails with "no valid IP addresses". A config without `cniVersion` counts as 0.1.0.""",
        remedy = "Set `\"cniVersion\": \"0.3.1\"` or newer at the top of the config, in place of an older one.",
        since = "0.1.0")
public final class L2BridgeOldCniVersion implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        return ParsedConfig.of(nad, context)
                .filter(L2BridgeOldCniVersion::isOld)
                .map(config -> config.bridges()
                        .mapToObj(config.plugins()::get)
                        .filter(bridge -> hasNoIpam(bridge.object()))
                        .map(bridge -> observe(config, bridge))
                        .toList())
                .orElse(List.of());
    }

    /// A version of a wrong type, or that nobody speaks, is MH208's.
    private static boolean isOld(ParsedConfig config) {
        Optional<JsonMember> written = GoFields.set(config.document(), "cniVersion");
        if (written.isPresent() && !(written.get().value() instanceof JsonString)) {
            return false;
        }
        String version = EffectiveCniVersion.of(config.document(), config.form());
        Optional<CniVersion> effective = version.isEmpty() ? Optional.of(CniVersion.ABSENT) : CniVersion.parse(version);
        return effective
                .filter(v -> v.compareTo(CniVersion.FIRST_WITHOUT_ADDRESS) < 0)
                .isPresent();
    }

    /// An ipam of a wrong type is MH210's.
    private static boolean hasNoIpam(JsonObject bridge) {
        return GoFields.set(bridge, "ipam")
                .map(ipam -> ipam.value() instanceof JsonObject object
                        && GoFields.text(object, "type").isEmpty())
                .orElse(true);
    }

    private static Violation observe(ParsedConfig config, CniConfig.Plugin bridge) {
        String version = EffectiveCniVersion.of(config.document(), config.form());
        return new Violation(
                config.location(bridge.path(), bridge.object().start()),
                "this bridge has no IPAM, and "
                        + (version.isEmpty()
                                ? "the config has no \"cniVersion\", which counts as 0.1.0"
                                : "the config's \"cniVersion\" is " + Quoted.of(version)),
                remedy(config));
    }

    /// A second key beside one that stands there, be it empty or `null`, would be MH202's.
    private static String remedy(ParsedConfig config) {
        return "Write \"cniVersion\": \"0.3.1\" "
                + GoKeys.winner(config.document(), "cniVersion")
                        .map(member -> "in place of "
                                + (member.value() instanceof JsonString(int _, int _, String old)
                                        ? Quoted.of(old)
                                        : member.value().typeName()))
                        .orElse("at the top of the config");
    }
}
