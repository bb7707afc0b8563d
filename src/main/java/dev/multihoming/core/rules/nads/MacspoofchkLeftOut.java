package dev.multihoming.core.rules.nads;

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
        summary = "A bridge has no macspoofchk, and the webhook adds none because a later plugin sets the MAC address.",
        requirement = "a bridge should say whether it checks source MAC addresses",
        why = """
                The check compares with the address that the bridge plugin saw. If a later plugin of the chain \
                (tuning) sets another address, the check drops every frame of the pod, so the default is not \
                added.""",
        remedy = """
                Set the address in the bridge plugin instead (it gets the pod's `mac` request); then the check can \
                be on. Or write `"macspoofchk": false` to disable it explicitly.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class MacspoofchkLeftOut implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        return ParsedConfig.of(nad, context)
                .filter(_ -> PluginDefault.concerns(context)
                        && context.settings().networks().defaults().macspoofchk())
                .map(MacspoofchkLeftOut::judge)
                .orElse(List.of());
    }

    private static List<Violation> judge(ParsedConfig config) {
        return config.bridges()
                .filter(i -> PluginDefault.isUnset(config.plugins().get(i).object(), MissingMacspoofchk.KEY))
                .mapToObj(i -> LaterMac.after(i, config)
                        .map(later -> observe(config, config.plugins().get(i), later)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Violation observe(ParsedConfig config, CniConfig.Plugin bridge, CniConfig.Plugin later) {
        return new Violation(
                config.location(bridge.path(), bridge.object().start()),
                "\"macspoofchk\": true was not added to the bridge, because the plugin %s after it sets a MAC address"
                        .formatted(Quoted.of(later.type())),
                "Write \"macspoofchk\": false to say so yourself");
    }
}
