package dev.multihoming.core.json;

/// How JSON writes numbers: no plus sign, no leading zero, digits on both sides of a point.
final class NumberSyntax {
    private NumberSyntax() {}

    /// The offset after the number that begins at `start`; -1 where JSON does not write numbers so.
    static int end(String text, int start) {
        int first = text.charAt(start) == '-' ? start + 1 : start;
        int end = digits(text, first);
        if (end == first || (end > first + 1 && text.charAt(first) == '0')) {
            return -1;
        }
        if (is(text, end, '.')) {
            int fraction = digits(text, end + 1);
            if (fraction == end + 1) {
                return -1;
            }
            end = fraction;
        }
        if (is(text, end, 'e') || is(text, end, 'E')) {
            int sign = is(text, end + 1, '+') || is(text, end + 1, '-') ? end + 2 : end + 1;
            end = digits(text, sign);
            if (end == sign) {
                return -1;
            }
        }
        return end < text.length() && SyntaxError.isWordPart(text.charAt(end)) ? -1 : end;
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static boolean is(String text, int at, char expected) {
        return at < text.length() && text.charAt(at) == expected;
    }
}
