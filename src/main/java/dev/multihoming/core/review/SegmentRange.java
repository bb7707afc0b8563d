package dev.multihoming.core.review;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// VLANs of one bridge, link, resource, device or network, as a policy lists them: `br1/100-199`, `physnet1/*`.
///
/// @param name of the bridge, link, resource, device or network; a resource's has a slash
/// @param first VLAN; 0 is untagged
/// @param isWhole whether it is all of that name, also where VLANs mean nothing; the policy writes `*`
public record SegmentRange(String name, int first, int last, boolean isWhole) {
    /// The greatest VLAN there is.
    public static final int LAST_VLAN = 4094;

    private static final String VLAN = "(?:0|[1-9][0-9]{0,2}|[1-3][0-9]{3}|40[0-8][0-9]|409[0-4])";

    /// What a policy may write, for the schema of policies too; the schema also compares the ends.
    public static final String FORM = "^([^/\\s]+(?:/[^/\\s]+)?)/(?:([*])|(" + VLAN + ")(?:-(" + VLAN + "))?)$";

    private static final Pattern PARTS = Pattern.compile(FORM);

    /// As a policy writes it.
    ///
    /// @throws IllegalArgumentException with a clause that says what is wrong
    public static SegmentRange valueOf(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw malformed(text);
        }
        if (parts.group(2) != null) {
            return new SegmentRange(parts.group(1), 0, LAST_VLAN, true);
        }
        int first = Integer.parseInt(parts.group(3));
        int last = parts.group(4) == null ? first : Integer.parseInt(parts.group(4));
        if (first > last) {
            throw malformed(text);
        }
        return new SegmentRange(parts.group(1), first, last, false);
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException("has the segment " + text
                + ", which is not a name, a slash and a VLAN from 0 to 4094, a range of them, or *");
    }

    /// As a policy writes it.
    @Override
    public String toString() {
        if (isWhole) {
            return name + "/*";
        }
        return name + "/" + first + (first == last ? "" : "-" + last);
    }
}
