package dev.multihoming.cli.command;

import dev.multihoming.cli.doctor.Doctor;
import dev.multihoming.cli.doctor.DoctorReport;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.client.ClusterRequests.Reply;
import dev.multihoming.client.LiveRequests;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `multihoming doctor`: whether a cluster has what the webhook needs, and the webhook answers.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Check an installation: Multus, webhooks, certificates, policies and the platform, and what to do.",
            "Reads the kubeconfig's current cluster with your rights, and creates objects in dry runs only; stores nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no problems; there may be warnings, and checks that your rights do not permit",
            "1:there is a problem",
            "2:the cluster cannot be read"
        })
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "The namespace of the dry runs (default: that of the kubeconfig's context).")
    private @Nullable String namespace;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format output = Format.TEXT;

    /// How the report is written. The names are what is written after `--output`.
    enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        // It becomes part of a path.
        if (namespace != null && !namespace.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")) {
            throw new CannotRun("\"%s\" is not a valid name of a namespace.".formatted(namespace));
        }
        try (LiveRequests cluster = LiveRequests.ofCurrentContext()
                .orElseThrow(() -> new CannotRun("There is no kubeconfig with a current context; set KUBECONFIG."))) {
            requireAnswer(cluster.get("version"));
            DoctorReport report = new DoctorReport(
                    Doctor.lines(cluster, Objects.requireNonNullElse(namespace, cluster.namespace()), Instant.now()));
            print(report);
            return report.hasProblems() ? ExitCode.FINDINGS : ExitCode.CLEAN;
        }
    }

    private static void requireAnswer(Reply version) {
        if (version.status() == 0 || version.status() == HttpURLConnection.HTTP_UNAUTHORIZED) {
            throw new CannotRun("The cluster cannot be read: %s.".formatted(version.refusal("its version")));
        }
    }

    private void print(DoctorReport report) {
        PrintWriter out = spec.commandLine().getOut();
        switch (output) {
            case TEXT -> report.text(out);
            case JSON -> report.json(out);
        }
        out.flush();
    }
}
