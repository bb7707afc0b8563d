package dev.multihoming.core.objects;

/// A name as other texts repeat it: `n3` in `--iface=n3`, `/sys/class/net/n3/mtu` and `upf.ovn.n3.kubernetes.io`, but
/// not in `n31` or `n3-data`.
record WholeToken(String token) {
    boolean isIn(String text) {
        for (int at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + 1)) {
            if (!joins(text, at - 1) && !joins(text, at + token.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean joins(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }
}
