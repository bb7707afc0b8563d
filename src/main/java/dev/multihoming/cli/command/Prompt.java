package dev.multihoming.cli.command;

import java.io.Console;
import java.util.Optional;

/// Asks the user at the terminal; there is none where standard input or output is redirected.
interface Prompt {
    /// What was answered; empty without an answer.
    Optional<String> ask(String question);

    /// With the terminal that the process was started at.
    static Prompt atTerminal() {
        return question -> Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readLine("%s: ", question));
    }
}
