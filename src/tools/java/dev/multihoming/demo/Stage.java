package dev.multihoming.demo;

import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.ProgramOutcome;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Types kubectl commands before an audience and counts the steps that failed.
final class Stage {
    private final Kubectl kubectl;
    private final PrintStream out;
    private int steps;
    private int surprises;

    Stage(Kubectl kubectl, PrintStream out) {
        this.kubectl = kubectl;
        this.out = out;
    }

    /// Of who types.
    Path kubeconfig() {
        return kubectl.kubeconfig();
    }

    void chapter(String title) {
        out.printf("%n== %s%n", title);
    }

    void say(String line) {
        out.println(line);
    }

    /// Shows the command, runs it, shows what a developer would see.
    ProgramOutcome kubectl(String... arguments) {
        out.printf("%n$ kubectl %s%n", String.join(" ", arguments));
        ProgramOutcome outcome = kubectl.run(arguments);
        show(outcome.stdout());
        show(outcome.stderr());
        return outcome;
    }

    /// Runs a command that is not part of the story.
    ProgramOutcome silently(String... arguments) {
        return kubectl.run(arguments);
    }

    /// One step of the story: it went as told, or the demo fails in the end.
    void expect(String what, boolean asTold) {
        steps++;
        if (!asTold) {
            surprises++;
            out.printf("!! expected: %s%n", what);
        }
    }

    void admitted(String file) {
        expect(file + " is admitted", kubectl("apply", "-f", file).succeeded());
    }

    /// The same with something in the file replaced.
    void admitted(String file, UnaryOperator<String> replacement) {
        try {
            String text = replacement.apply(Files.readString(Path.of(file)));
            indented(text);
            out.printf("%n$ kubectl apply -f -%n");
            ProgramOutcome outcome = kubectl.apply(text);
            show(outcome.stdout());
            show(outcome.stderr());
            expect(file + " is admitted", outcome.succeeded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void warned(String file, String code) {
        ProgramOutcome outcome = kubectl("apply", "-f", file);
        expect(
                file + " is admitted with a warning of " + code,
                outcome.succeeded() && outcome.stderr().contains("(" + code + " "));
    }

    /// Something that is not part of the story.
    void install(Consumer<Kubectl> what) {
        what.accept(kubectl);
    }

    void refused(String file, String code) {
        ProgramOutcome outcome = kubectl("apply", "-f", file);
        expect(
                file + " is refused with " + code,
                !outcome.succeeded() && outcome.stderr().contains(code + " "));
    }

    void indented(String text) {
        text.strip().lines().forEach(line -> out.println("    " + line));
    }

    int steps() {
        return steps;
    }

    int surprises() {
        return surprises;
    }

    private void show(String text) {
        if (!text.isBlank()) {
            out.println(text.strip());
        }
    }
}
