package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.GoNumbers;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import java.util.OptionalLong;

/// The routing table that a route of a config is for.
public final class RouteTable {
    /// RT_TABLE_MAIN.
    private static final long MAIN = 254;

    private RouteTable() {}

    public static boolean isMain(JsonObject route) {
        return other(route).isEmpty();
    }

    /// Empty for the main table, which is also meant by 0, by no number, and by one that no plugin can read. As
    /// a plugin reads it: `254.0` is 254.
    public static OptionalLong other(JsonObject route) {
        return GoFields.set(route, "table")
                .filter(member -> member.value() instanceof JsonNumber)
                .map(member -> GoNumbers.whole((JsonNumber) member.value()))
                .filter(table -> table.orElse(0) != 0 && table.orElse(MAIN) != MAIN)
                .orElse(OptionalLong.empty());
    }
}
