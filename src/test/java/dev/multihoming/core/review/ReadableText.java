package dev.multihoming.core.review;

/// What may stand in a text that people see in a terminal.
public final class ReadableText {
    private ReadableText() {}

    /// Whether every character can be seen, and none moves, hides or reorders others.
    public static boolean is(String line) {
        return line.codePoints().allMatch(ReadableText::isVisible);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
