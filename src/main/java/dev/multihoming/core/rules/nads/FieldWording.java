package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonBoolean;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.plugins.FieldType;
import dev.multihoming.core.plugins.TextForm;
import java.util.stream.Collectors;

/// How a value and what should stand in its place are called.
final class FieldWording {
    private static final int MAX_DIGITS = 30;

    private FieldWording() {}

    /// What stands there: its type, and the value where it is short.
    static String described(Json value) {
        return switch (value) {
            case JsonString text -> "the string " + Quoted.of(text.value());
            case JsonNumber number ->
                "the number "
                        + number.text().substring(0, Math.min(number.text().length(), MAX_DIGITS));
            case JsonBoolean flag -> "the boolean " + flag.value();
            case JsonObject _, JsonArray _, JsonNull _ -> value.typeName();
        };
    }

    /// What to write instead of that value.
    static String wanted(FieldType type, Json value) {
        String unquoted = value instanceof JsonString ? ", without quotes" : "";
        return switch (type) {
            case FieldType.Any _ -> "Write a value";
            case FieldType.Flag _ -> "Write true or false" + unquoted;
            case FieldType.Text _ -> "Write a string in quotes";
            case FieldType.Choice choice -> "Write " + oneOf(choice);
            case FieldType.Formed formed -> wanted(formed.form());
            case FieldType.Mtu(int min, int max, boolean _) ->
                "Write a whole number from %d to %d%s, or leave it out".formatted(min, max, unquoted);
            case FieldType.Whole(long min, long max)
            when max == Long.MAX_VALUE && min == Long.MIN_VALUE -> "Write a whole number" + unquoted;
            case FieldType.Whole(long min, long max)
            when max == Long.MAX_VALUE -> "Write a whole number from " + min + unquoted;
            case FieldType.Whole(long min, long max) when min < 0 -> "Write a whole number up to " + max + unquoted;
            case FieldType.Whole(long min, long max) -> "Write a whole number from " + min + " to " + max + unquoted;
            case FieldType.Struct _, FieldType.Mapping _ -> "Write an object in braces";
            case FieldType.Listing _ -> "Write an array in brackets";
        };
    }

    /// What to write instead of a string of the wrong form.
    static String wanted(TextForm form) {
        return switch (form) {
            case BRIDGE_NAME -> "Write the name of a bridge on the nodes, at most 15 characters, such as \"br1\"";
            case NODE_LINK -> "Write the name of a link of the nodes, such as \"enp1s0\"";
            case MAC, COLON_MAC -> "Write a unicast address of six bytes, such as \"02:00:00:00:00:01\"";
            case HARDWARE_ADDRESS -> "Write the address of the device, such as \"02:00:00:00:00:01\"";
            case IP -> "Write an IP address without prefix length, such as \"10.1.2.3\"";
            case ROUTE_DESTINATION -> "Write a network with its prefix length, such as \"10.1.2.0/24\"";
            case CIDR -> "Write an address with its prefix length, such as \"10.1.2.0/24\"";
            case DECIMAL -> "Write a whole number in quotes, such as \"100\"";
            case KERNEL_PATH -> "Write a path that begins with /sys/devices/";
            case NET_SYSCTL -> "Write a setting such as \"net.ipv4.conf.IFNAME.arp_notify\"";
        };
    }

    /// The empty string among the choices means the default and is nobody's advice.
    private static String oneOf(FieldType.Choice choice) {
        return choice.values().stream()
                .filter(value -> !value.isEmpty())
                .map(Quoted::of)
                .collect(Collectors.joining(" or "));
    }
}
