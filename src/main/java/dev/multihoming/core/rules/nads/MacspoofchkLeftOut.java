package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.Optional;

/// The counterpart of MH215, told so that authors do not take the check for granted.
/// See node-behavior.md#bridge.
@RuleCard(
        code = "MH213",
        name = "macspoofchk-left-out",
        summary = "A bridge cannot check source MAC addresses, because a later plugin sets the MAC address.",
        requirement = "a bridge should check source MAC addresses only where no later plugin sets the address",
        why = """
                The check compares with the address that the bridge plugin saw. If a later plugin of the chain \
                (tuning) sets another address, the check drops every frame of the pod. So the default is not added, and \
                `"macspoofchk": true` cuts the pod off.""",
        remedy = """
                Set the address in the bridge plugin instead (it gets the pod's `mac` request); then the check can \
                be on. Or write `"macspoofchk": false` to disable it explicitly.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class MacspoofchkLeftOut implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        boolean isAdded = PluginDefault.concerns(context)
                && context.settings().networks().defaults().macspoofchk();
        return ParsedConfig.of(nad, context)
                .map(config -> judge(config, isAdded))
                .orElse(List.of());
    }

    /// @param isAdded whether a bridge without it would get it
    private static List<Violation> judge(ParsedConfig config, boolean isAdded) {
        return config.bridges()
                .filter(i -> {
                    JsonObject bridge = config.plugins().get(i).object();
                    return GoFields.isTrue(bridge, MissingMacspoofchk.KEY)
                            || (isAdded && PluginDefault.isUnset(bridge, MissingMacspoofchk.KEY));
                })
                .mapToObj(i -> LaterMac.after(i, config)
                        .map(later -> observe(config, config.plugins().get(i), later)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Violation observe(ParsedConfig config, CniConfig.Plugin bridge, CniConfig.Plugin later) {
        if (GoFields.isTrue(bridge.object(), MissingMacspoofchk.KEY)) {
            return new Violation(
                    config.location(bridge.path(), bridge.object().start()),
                    "\"macspoofchk\" is true, and the plugin %s after the bridge sets a MAC address: every frame of the pod is dropped"
                            .formatted(Quoted.of(later.type())),
                    "Set the address in the bridge plugin, or write \"macspoofchk\": false");
        }
        return new Violation(
                config.location(bridge.path(), bridge.object().start()),
                "\"macspoofchk\": true was not added to the bridge, because the plugin %s after it sets a MAC address"
                        .formatted(Quoted.of(later.type())),
                "Write \"macspoofchk\": false to say so yourself");
    }
}
