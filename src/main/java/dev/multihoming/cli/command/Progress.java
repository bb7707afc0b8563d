package dev.multihoming.cli.command;

import java.io.PrintWriter;

/// A bar on a terminal while there is much to look at; nothing anywhere else.
final class Progress {
    /// Fewer are over before it could be read.
    private static final int FEW = 200;

    private static final int WIDTH = 30;

    private final PrintWriter terminal;
    private final int steps;
    private final boolean isShown;
    private int done;
    private int shown = -1;

    Progress(PrintWriter terminal, boolean isTerminal, int steps) {
        this.terminal = terminal;
        this.steps = steps;
        this.isShown = isTerminal && steps >= FEW;
    }

    void step() {
        done++;
        int percent = (int) (100L * done / Math.max(1, steps));
        if (isShown && percent != shown) {
            shown = percent;
            int full = WIDTH * percent / 100;
            terminal.printf("\r[%s%s] %3d %%", "=".repeat(full), " ".repeat(WIDTH - full), percent);
            terminal.flush();
        }
    }

    /// Makes room for what is printed now.
    void clear() {
        if (isShown && shown >= 0) {
            terminal.print("\r" + " ".repeat(WIDTH + 8) + "\r");
            terminal.flush();
            shown = -1;
        }
    }
}
