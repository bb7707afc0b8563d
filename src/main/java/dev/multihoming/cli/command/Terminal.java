package dev.multihoming.cli.command;

import java.io.Console;
import java.util.Optional;

/// Whether a person sits there.
final class Terminal {
    private Terminal() {}

    /// Whether standard input and output are one.
    static boolean isThere() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
}
