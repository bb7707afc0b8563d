package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import java.util.List;

/// Without a gateway the plugin gives the bridge no address (plugins 1.10.0, `bridge.go`, `ensureAddr`).
/// See node-behavior.md#bridge.
@RuleCard(
        code = "MH236",
        name = "bridge-address-forced",
        summary = "A network replaces the address of a bridge that others may use.",
        requirement = "a network should not change the address of a bridge that is there",
        why = """
                With `forceAddress` the bridge plugin removes the address that the bridge has and gives it the \
                network's gateway. Pods that are already attached to the bridge, by this network or another one, \
                lose their gateway.""",
        remedy = """
                Remove `forceAddress`; without it, the plugin fails if the bridge has another address. Or use a \
                separate bridge for the network.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class BridgeAddressForced implements ConfigRule {
    @Override
    public List<Violation> find(ParsedConfig config) {
        return config.bridges()
                .mapToObj(config.plugins()::get)
                .filter(bridge -> GoFields.isTrue(bridge.object(), "forceAddress"))
                .filter(bridge -> GoFields.isTrue(bridge.object(), "isGateway")
                        || GoFields.isTrue(bridge.object(), "isDefaultGateway"))
                .map(bridge -> new Violation(
                        config.location(bridge.path(), bridge.object().start()),
                        "\"forceAddress\" takes the address that the bridge has from the pods that use it",
                        "Remove \"forceAddress\", or use a bridge that no other network uses"))
                .toList();
    }
}
