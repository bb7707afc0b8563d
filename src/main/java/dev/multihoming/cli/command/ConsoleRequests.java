package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.Inputs;
import dev.multihoming.console.engine.Engine.Refused;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Answers the questions of the console one after the other: each asks the files and the cluster anew.
///
/// @param lock that is held while the options are used
/// @param gaps what the cluster did not tell since the last call
record ConsoleRequests(Object lock, List<String> paths, JudgingOptions judging, Supplier<List<String>> gaps) {
    /// @throws Refused for what cannot be answered
    <T> T asked(Supplier<T> question) {
        synchronized (lock) {
            try (judging) {
                return question.get();
            } catch (CannotRun e) {
                throw new Refused(String.valueOf(e.getMessage()), e);
            } finally {
                var _ = gaps.get();
            }
        }
    }

    /// Those notices, after what the cluster did not tell.
    List<String> withGaps(List<String> notices) {
        return Stream.concat(gaps.get().stream(), notices.stream()).distinct().toList();
    }

    List<Input> files() {
        return Inputs.of(paths, InputStream.nullInputStream());
    }
}
