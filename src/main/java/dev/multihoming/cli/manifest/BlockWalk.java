package dev.multihoming.cli.manifest;

/// Finds the value of a block scalar in its source.
///
/// The indentation is not read off the header: it is what the first line with text has more in the source than
/// in the value.
final class BlockWalk {
    private final String source;
    private final String value;
    private final int[] units;
    private int at;
    private int found;
    private int indent;

    /// Fills `units`, which has one place more than `value` has units.
    BlockWalk(String source, String value, int[] units) {
        this.source = source;
        this.value = value;
        this.units = units;
    }

    /// Whether the value stands after the header at `start`.
    boolean walk(int start) {
        at = Breaks.nextLine(source, start);
        indent = Math.max(0, spacesBefore(source, firstText(source, at)) - spacesBefore(value, firstText(value, 0)));
        skipIndent();
        while (found < value.length()) {
            if (Breaks.isAt(source, at) ? !lineBreak() : !same()) {
                return false;
            }
        }
        units[found] = at;
        return true;
    }

    private boolean same() {
        if (source.charAt(at) != value.charAt(found)) {
            return false;
        }
        units[found++] = at++;
        return true;
    }

    /// A line break of the source: itself, a space where it is folded, or nothing where it only ends the line
    /// before an empty one.
    private boolean lineBreak() {
        if (at >= source.length()) {
            return false;
        }
        char c = value.charAt(found);
        boolean isFoldedAway = c != ' ' && c != '\n';
        if (!isFoldedAway) {
            units[found++] = at;
        }
        at = Breaks.nextLine(source, at);
        skipIndent();
        // Of two or more breaks between lines of text, the first is folded away.
        return !isFoldedAway || found > 0;
    }

    private void skipIndent() {
        int end = at + indent;
        while (at < end && at < source.length() && source.charAt(at) == ' ') {
            at++;
        }
    }

    /// How far the lines are indented; known after the walk.
    int indent() {
        return indent;
    }

    /// The first unit from there on that is neither space nor line break.
    private static int firstText(String text, int from) {
        int i = from;
        while (i < text.length() && " \n\r".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static int spacesBefore(String text, int at) {
        int i = at;
        while (i > 0 && text.charAt(i - 1) == ' ') {
            i--;
        }
        return at - i;
    }
}
