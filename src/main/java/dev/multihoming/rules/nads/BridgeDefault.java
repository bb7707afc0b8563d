package dev.multihoming.rules.nads;

import dev.multihoming.json.GoKeys;
import dev.multihoming.json.JsonMember;
import dev.multihoming.json.JsonNull;
import dev.multihoming.json.JsonObject;
import dev.multihoming.json.ObjectEdit;
import dev.multihoming.json.TextEdit;
import dev.multihoming.multus.CniConfig;
import dev.multihoming.review.Context;
import dev.multihoming.review.Observation;
import dev.multihoming.review.Phase;
import dev.multihoming.review.Repair;
import dev.multihoming.review.TextRepair;
import java.util.List;
import java.util.stream.Stream;

/// A member that bridges get where their author left it out.
record BridgeDefault(String key, String value) {
    private static final String POINTER = "/spec/config";

    /// Requests of the controllers that own their NADs are left alone: they would write their own text back.
    static boolean concerns(Context context) {
        return !context.settings().networkOwners().contains(context.requester().username());
    }

    /// Whether a repair will still come, so that what it mends is no finding yet.
    static boolean isToCome(Context context) {
        return context.phase() == Phase.MUTATE && context.settings().injectBridgeDefaults();
    }

    /// The end of a fact: where a repair was due, it did not run.
    static String notRepaired(Context context) {
        return context.settings().injectBridgeDefaults() ? ", and the repair did not run" : "";
    }

    /// Whether nothing is said about the key: not with a value, and not in another spelling, beside which an
    /// added member would take effect instead (RIG 302).
    static boolean isUnset(JsonObject bridge, String key) {
        return bridge.members().stream()
                .filter(member -> GoKeys.foldsTo(member.key(), key))
                .allMatch(member -> member.key().equals(key) && member.value() instanceof JsonNull);
    }

    boolean isUnset(CniConfig.Plugin bridge) {
        return isUnset(bridge.object(), key);
    }

    /// Sets the member: in place of its `null` where it has one, else after the last.
    Stream<Repair> repairs(JudgedConfig config, CniConfig.Plugin bridge, Observation note) {
        List<TextEdit> edits = bridge.object().members().stream()
                .filter(member -> member.key().equals(key))
                .map(JsonMember::value)
                .map(old -> ObjectEdit.replace(old, value))
                .toList();
        return (edits.isEmpty() ? List.of(ObjectEdit.append(config.text(), bridge.object(), key, value)) : edits)
                .stream().<Repair>map(edit -> new TextRepair(POINTER, config.text(), edit, note));
    }

    @Override
    public String toString() {
        return '"' + key + "\": " + value;
    }
}
