package dev.multihoming.core.multus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// IPv6 addresses as Go's `netip` reads them, without zones.
///
/// Up to eight groups of one to four hexadecimal digits, `::` once for at least one group of zeros, the last
/// two groups also as an IPv4 address.
final class Ipv6Syntax {
    private static final int GROUPS = 8;

    private Ipv6Syntax() {}

    /// The eight groups; empty where the text is not such an address.
    static Optional<int[]> groups(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return side(text, true).filter(groups -> groups.size() == GROUPS).map(groups -> joined(groups, List.of()));
        }
        // A second gap, and a third colon in a row, leave an empty group in the right part.
        Optional<List<Integer>> left = gap == 0 ? Optional.of(List.of()) : side(text.substring(0, gap), false);
        String rest = text.substring(gap + 2);
        Optional<List<Integer>> right = rest.isEmpty() ? Optional.of(List.of()) : side(rest, true);
        return left.flatMap(
                head -> right.filter(tail -> head.size() + tail.size() < GROUPS).map(tail -> joined(head, tail)));
    }

    /// The groups of a part without gap; `mayEndInIpv4` where it is the end of the address.
    private static Optional<List<Integer>> side(String part, boolean mayEndInIpv4) {
        List<Integer> groups = new ArrayList<>(GROUPS);
        int from = 0;
        while (from <= part.length() && groups.size() <= GROUPS) {
            int colon = part.indexOf(':', from);
            int end = colon < 0 ? part.length() : colon;
            String piece = part.substring(from, end);
            long embedded = colon < 0 && mayEndInIpv4 ? Ipv4Syntax.value(piece) : -1;
            if (embedded >= 0) {
                groups.add((int) (embedded >> 16));
                groups.add((int) (embedded & 0xFFFF));
            } else {
                int group = group(piece);
                if (group < 0) {
                    return Optional.empty();
                }
                groups.add(group);
            }
            from = end + 1;
        }
        return Optional.of(groups);
    }

    private static int group(String piece) {
        if (piece.isEmpty() || piece.length() > 4) {
            return -1;
        }
        int group = 0;
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            group = group * 16 + digit;
        }
        return group;
    }

    private static int[] joined(List<Integer> head, List<Integer> tail) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < head.size(); i++) {
            groups[i] = head.get(i);
        }
        for (int i = 0; i < tail.size(); i++) {
            groups[GROUPS - tail.size() + i] = tail.get(i);
        }
        return groups;
    }
}
