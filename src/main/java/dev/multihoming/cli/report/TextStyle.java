package dev.multihoming.cli.report;

import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.IStyle;

/// The styles of text in a terminal: SGR codes of ECMA-48.
///
/// Picocli ends bold text with code 21, which ECMA-48 and most terminals take for a double underline; 22 is the code
/// for normal intensity.
public enum TextStyle implements IStyle {
    BOLD(1, 22),
    ITALIC(3, 23),
    RED(31, 39),
    YELLOW(33, 39),
    CYAN(36, 39);

    private final int on;
    private final int off;

    TextStyle(int on, int off) {
        this.on = on;
        this.off = off;
    }

    /// The text between the codes that begin the styles and those that end them, innermost first.
    static String apply(String text, TextStyle... styles) {
        String styled = text;
        for (TextStyle style : List.of(styles).reversed()) {
            styled = style.on() + styled + style.off();
        }
        return styled;
    }

    /// Picocli's own colors for usage and errors, with these codes.
    public static Help.ColorScheme colorScheme() {
        return new Help.ColorScheme.Builder()
                .commands(BOLD)
                .options(YELLOW)
                .parameters(YELLOW)
                .optionParams(ITALIC)
                .errors(BOLD, RED)
                .stackTraces(ITALIC)
                .build();
    }

    @Override
    public String on() {
        return code(on);
    }

    @Override
    public String off() {
        return code(off);
    }

    private static String code(int parameter) {
        return "\u001B[" + parameter + "m";
    }
}
