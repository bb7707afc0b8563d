package dev.multihoming.cli.command;

import java.io.PrintWriter;
import java.io.Writer;

/// A line on a terminal that counts while objects are read whose number is not known before; nothing anywhere else.
final class CountLine {
    private static final int STEP = 250;
    private static final int WIDTH = 60;

    private final PrintWriter terminal;
    private final boolean isShown;
    private String what = "";
    private int count;

    CountLine(PrintWriter terminal, boolean isTerminal) {
        this.terminal = terminal;
        this.isShown = isTerminal;
    }

    /// Shows nothing.
    static CountLine none() {
        return new CountLine(new PrintWriter(Writer.nullWriter()), false);
    }

    /// Counts something else from here on.
    void begin(String next) {
        what = next;
        count = 0;
        show();
    }

    void step() {
        count++;
        if (count % STEP == 0) {
            show();
        }
    }

    private void show() {
        if (isShown) {
            String line = "Reading %s: %d".formatted(what, count);
            terminal.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
            terminal.flush();
        }
    }

    /// Makes room for what is printed now.
    void clear() {
        if (isShown) {
            terminal.print("\r" + " ".repeat(WIDTH) + "\r");
            terminal.flush();
        }
    }
}
