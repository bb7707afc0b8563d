package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.Ask;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.plugins.ConfigKeys;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A key that no program of the node reads in a selection, and that means something in a network's config. See
/// node-behavior.md#json-elements.
@RuleCard(
        code = "MH131",
        name = "ignored-selection-key",
        summary = "A selection has a key of a network's config, which Multus ignores.",
        requirement = "a selection has only keys that Multus reads",
        why = """
                Multus ignores keys that it does not know. `ipam`, `vlan`, `master` or `mtu` in a selection change nothing: the interface is what \
                the NetworkAttachmentDefinition describes, without an address or in another VLAN than the author expects.""",
        remedy = """
                Write the key in the `config` of a NetworkAttachmentDefinition of your namespace, and select that. In a selection, write `ips` \
                for an address and `default-route` for a gateway.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class IgnoredSelectionKey implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        if (!SelectedNetworks.ask(pod, context, Ask.IGNORED_KEY)) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>(0);
        for (NetworkSelection item : SelectedNetworks.judged(pod, context, IgnoredSelectionKey::ignored)) {
            for (String key : ignored(item)) {
                violations.add(new Violation(
                        SelectedNetworks.placeOf(item, pod),
                        "Multus ignores the key %s in a selection".formatted(Quoted.of(key)),
                        instead(key)));
            }
        }
        return violations;
    }

    private static List<String> ignored(NetworkSelection item) {
        if (item.element() == null) {
            return List.of();
        }
        Set<String> ignored = Set.of();
        for (JsonMember member : item.element().members()) {
            if (!item.isRead(member.key()) && ConfigKeys.isOne(member.key())) {
                ignored = ignored.isEmpty() ? new LinkedHashSet<>() : ignored;
                ignored.add(member.key());
            }
        }
        return List.copyOf(ignored);
    }

    private static String instead(String key) {
        if (GoKeys.foldsTo(key, "gateway")) {
            return "Write \"default-route\": [\"10.1.2.1\"] to send the default route to a gateway, or write the gateway in"
                    + " the \"ipam\" of the network's NetworkAttachmentDefinition";
        }
        return "Write it in the config of the network's NetworkAttachmentDefinition";
    }
}
