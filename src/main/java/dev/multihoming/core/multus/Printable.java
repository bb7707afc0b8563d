package dev.multihoming.core.multus;

/// What of other people's text may be repeated as it stands in something to copy, where nothing can be escaped.
public final class Printable {
    private Printable() {}

    /// Other people's text on one line, without what moves a terminal's cursor or reorders what it shows.
    public static String oneLine(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || isInvisible(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    /// Whether it is one line that every terminal shows as it is.
    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}
