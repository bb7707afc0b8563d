package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.Inputs;
import dev.multihoming.console.engine.Engine.Refused;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Answers the questions of the console one after the other: each asks the files and the cluster anew, and the options
/// keep one connection.
final class ConsoleRequests {
    private final List<String> paths;
    private final JudgingOptions judging;

    /// What the cluster did not tell during the question that is being answered.
    private final List<String> gaps = new ArrayList<>();

    /// Without paths it shows the cluster.
    ConsoleRequests(List<String> paths, JudgingOptions judging) {
        this.paths = List.copyOf(paths);
        this.judging = judging;
        if (paths.isEmpty() || judging.asksCluster()) {
            judging.askClusterAsFarAsItAnswers(gaps::add);
        }
    }

    List<String> paths() {
        return paths;
    }

    JudgingOptions judging() {
        return judging;
    }

    /// @throws Refused for what cannot be answered
    synchronized <T> T asked(Supplier<T> question) {
        try (judging) {
            return question.get();
        } catch (CannotRun e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        } finally {
            gaps.clear();
        }
    }

    /// What the cluster has not told until now, sentences.
    List<String> gaps() {
        return gaps.stream().distinct().toList();
    }

    /// Those notices, after what the cluster has not told.
    List<String> withGaps(List<String> notices) {
        return Stream.concat(gaps.stream(), notices.stream()).distinct().toList();
    }

    List<Input> files() {
        return Inputs.of(paths, InputStream.nullInputStream());
    }

    ReadableFiles readableFiles() {
        return new ReadableFiles(files(), judging.namespace());
    }

    /// The files, and after them a text.
    List<Input> filesAnd(Input pasted) {
        return Stream.concat(files().stream(), Stream.of(pasted)).toList();
    }
}
