package dev.multihoming.cli.manifest;

import dev.multihoming.cli.manifest.Node.Scalar;
import dev.multihoming.cli.manifest.Node.Style;
import org.jspecify.annotations.Nullable;

/// Where each character of a scalar's value stands in its source, whatever quotes, escapes, indentation and line
/// breaks lie between.
///
/// The value is known already; it is found again in the source, unit by unit. What it does not find it does not guess.
final class ScalarText {
    private final Scalar scalar;
    private final int @Nullable [] units;
    private final int indent;

    private ScalarText(Scalar scalar, int @Nullable [] units, int indent) {
        this.scalar = scalar;
        this.units = units;
        this.indent = indent;
    }

    static ScalarText of(String source, Scalar scalar) {
        int start = afterProperties(source, scalar);
        int[] units = new int[scalar.text().length() + 1];
        if (scalar.style() == Style.LITERAL || scalar.style() == Style.FOLDED) {
            BlockWalk walk = new BlockWalk(source, scalar.text(), units);
            return new ScalarText(scalar, walk.walk(start) ? units : null, walk.indent());
        }
        boolean found = new FlowWalk(source, scalar.text(), scalar.style(), units).walk(start);
        return new ScalarText(scalar, found ? units : null, 0);
    }

    /// A scalar begins with its anchor and its tag, where it has them.
    private static int afterProperties(String source, Scalar scalar) {
        int at = scalar.start();
        while (at < scalar.end() && (source.charAt(at) == '&' || source.charAt(at) == '!')) {
            while (at < scalar.end() && !Character.isWhitespace(source.charAt(at))) {
                at++;
            }
            while (at < scalar.end() && Character.isWhitespace(source.charAt(at))) {
                at++;
            }
        }
        return at;
    }

    /// Whether places in the value are known.
    boolean isExact() {
        return units != null;
    }

    /// Where that unit of the value stands in the source; the one after the last stands where the value ends. The
    /// scalar's begin where that is not known.
    int unit(int offset) {
        return units == null ? scalar.start() : units[Math.clamp(offset, 0, units.length - 1)];
    }

    /// How far the lines of a block scalar are indented.
    int indent() {
        return indent;
    }
}
