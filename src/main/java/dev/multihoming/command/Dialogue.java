package dev.multihoming.command;

import java.io.Console;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks whoever sits at the terminal; nobody does where standard input or output goes elsewhere.
interface Dialogue {
    /// What was answered; empty where nobody answers.
    Optional<String> ask(String question);

    /// With the terminal that the process was started at.
    static Dialogue atTerminal() {
        @Nullable Console console = System.console();
        return question -> console != null && console.isTerminal()
                ? Optional.ofNullable(console.readLine("%s: ", question))
                : Optional.empty();
    }
}
