package dev.multihoming.conformance;

import java.util.List;

/// A config that the plugin attaches and that we deny all the same, for the safety of those who review it.
///
/// @param code the rule that must deny it
/// @param why what admitting it would risk
record DeliberateRejection(String name, String config, String code, String why) {
    private static final int OVER_THE_LIMIT = 70_000;
    private static final int TOO_DEEP = 120;

    static List<DeliberateRejection> all() {
        return List.of(
                bridge("key stands twice", "\"mtu\": 1400, \"mtu\": 1500", "MH202", "readers take different ones"),
                bridge(
                        "variant beside the key",
                        "\"MTU\": 1400, \"mtu\": 1500",
                        "MH202",
                        "readers take different ones"),
                bridge("variant alone", "\"Vlan\": 0", "MH202", "an added \"vlan\" would override it"),
                bridge("long s in a key", "\"promi\u017fcMode\": true", "MH202", "it looks unknown and is not"),
                bridge("Kelvin sign in a key", "\"vlanTrun\u212A\": null", "MH202", "it looks unknown and is not"),
                bridge(
                        "type in two cases",
                        "\"Type\": \"bridge\"",
                        "MH202",
                        "Multus and libcni may run different ones"),
                bridge("Multus inside", "\"delegate\": {\"type\": \"multus\"}", "MH206", "Multus past every rule"),
                bridge(
                        "thick Multus inside",
                        "\"a\": [{\"type\": \"multus-shim\"}]",
                        "MH206",
                        "Multus past every rule"),
                bridge("oversized", "\"a\": \"" + "x".repeat(OVER_THE_LIMIT) + "\"", "MH212", "every node reads it"),
                bridge("deeply nested", "\"a\": " + nested(), "MH212", "recursion on a bounded stack"));
    }

    private static DeliberateRejection bridge(String name, String members, String code, String why) {
        String config = "{\"cniVersion\": \"1.0.0\", \"type\": \"bridge\", \"bridge\": \"br1\", %s}".formatted(members);
        return new DeliberateRejection(name, config, code, why);
    }

    private static String nested() {
        return "[".repeat(TOO_DEEP) + "]".repeat(TOO_DEEP);
    }

    @Override
    public String toString() {
        return "%s: denied by %s, because %s".formatted(name, code, why);
    }
}
