package dev.multihoming.cli.command;

import java.io.Console;
import java.util.Optional;

/// Asks whoever sits at the terminal; nobody does where standard input or output goes elsewhere.
interface Prompt {
    /// What was answered; empty where nobody answers.
    Optional<String> ask(String question);

    /// With the terminal that the process was started at.
    static Prompt atTerminal() {
        return question -> Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readLine("%s: ", question));
    }
}
