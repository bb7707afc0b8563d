package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.Ask;
import dev.multihoming.core.multus.NetworkSelections;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.NetworkAnnotations;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// That it cannot be read is found by MH101 and MH103 too, which a policy can weaken.
/// See node-behavior.md#inputs-that-panic.
@RuleCard(
        code = "MH605",
        name = "selection-panics-multus",
        summary = "Multus panics on a pod's annotation.",
        requirement = "the node's plugins must survive the annotation",
        why = """
                Multus panics on an element that is `null`, and on a default network that is an empty list; \
                host-local panics on a `null` in `ips` of `cni-args`. They do so when the pod starts and again \
                when it is deleted, so the pod neither runs nor can be deleted. No mode, policy or exemption \
                weakens this rule.""",
        remedy = "Remove `null` from the list. A pod without additional networks has no annotation, or `[]`.",
        since = "0.1.0")
public final class SelectionPanicsMultus implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        List<Violation> violations = new ArrayList<>(0);
        NetworkSelections networks = pod.networks();
        if (networks != null && networks.panics() && !pod.hostNetwork()) {
            violations.add(new Violation(
                    Location.annotation(NetworkAnnotations.NETWORKS), "it has an element null", "Remove it"));
        }
        if (!SelectedNetworks.ask(pod, context, Ask.CNI_ARGS)
                && pod.annotations().defaultNetwork() == null) {
            return violations;
        }
        for (SelectionInForce selection :
                SelectionInForce.brought(pod, context, item -> hasNullAddress(item.cniArgs()))) {
            if (hasNullAddress(selection.item().cniArgs())) {
                violations.add(new Violation(
                        selection.location(pod), "\"ips\" in \"cni-args\" has an element null", "Remove it"));
            }
        }
        NetworkSelections replaced = SelectionInForce.defaultNetwork(pod);
        if (replaced != null && (replaced.panics() || isEmptyList(replaced))) {
            violations.add(new Violation(
                    Location.annotation(NetworkAnnotations.DEFAULT_NETWORK), "it names no network", "Remove it"));
        }
        return violations;
    }

    /// host-local goes through the list without looking (plugins 1.10.0, `config.go`).
    private static boolean hasNullAddress(@Nullable JsonObject cniArgs) {
        return cniArgs != null
                && GoFields.list(cniArgs, "ips")
                        .filter(ips -> ips.elements().stream().anyMatch(JsonNull.class::isInstance))
                        .isPresent();
    }

    private static boolean isEmptyList(NetworkSelections selections) {
        return selections.form() == NetworkSelections.Form.JSON && selections.count() == 0 && selections.isClear();
    }
}
