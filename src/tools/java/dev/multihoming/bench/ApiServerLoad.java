package dev.multihoming.bench;

import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.Metrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/// What the webhook's account has asked the API server for, and what the API server has worked, for anybody.
///
/// @param requests that are completed; watches are not, while they are open
record ApiServerLoad(int requests, Duration processor) {
    /// So far.
    ///
    /// @param log the API server's audit log, of that account alone
    static ApiServerLoad now(Path log) {
        return new ApiServerLoad(completed(log), worked());
    }

    ApiServerLoad since(ApiServerLoad before) {
        return new ApiServerLoad(requests - before.requests, processor.minus(before.processor));
    }

    /// Those that are open, whoever has opened them.
    static double watches(Kubectl kubectl, String resource) {
        return new Metrics(kubectl.run("get", "--raw=/metrics").stdout())
                .sum("apiserver_longrunning_requests{", "verb=\"WATCH\"", resource);
    }

    private static int completed(Path log) {
        if (!Files.exists(log)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(log)) {
            return Math.toIntExact(lines.filter(line -> line.contains("\"stage\":\"ResponseComplete\""))
                    .filter(line -> !line.contains("\"verb\":\"watch\""))
                    .count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration worked() {
        return ApiServerProcess.find()
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }
}
