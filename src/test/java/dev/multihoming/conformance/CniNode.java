package dev.multihoming.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.plane.ProgramOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A runtime that attaches pods as Multus and libcni do, on a node that exists for one attach.
final class CniNode implements AutoCloseable {
    /// In a config: the folder for what a plugin keeps on disk.
    static final String STATE = "$STATE";

    /// What stands there where our rules look at the config: a folder that a network may use.
    static final String PERMITTED_STATE = "/var/lib/cni/conformance";

    static final String NODE = "node";
    static final String POD = "pod";
    private static final String NAD = "net-a";
    private static final String INTERFACE = "net1";
    private static final int LONGEST_MESSAGE = 300;

    private final Path plugins;
    private final Namespaces namespaces = new Namespaces();
    private final NodePrograms programs = new NodePrograms();
    private final Path state;

    CniNode(Path plugins) {
        this.plugins = plugins;
        try {
            state = Files.createTempDirectory("mh-conformance");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Namespaces namespaces() {
        return namespaces;
    }

    /// A node that knows nothing, with these pods.
    void renew(String... pods) {
        empty(state);
        namespaces.renew(Stream.concat(Stream.of(NODE), Stream.of(pods)).toArray(String[]::new));
    }

    /// ADD and, where that succeeds, DEL, with a new node that has those links (lines of `ip -batch`) and
    /// a new pod.
    Answer tryOut(String config, List<String> links) {
        renew(POD);
        namespaces.links(NODE, links);
        Answer added;
        try {
            added = add(config, POD);
        } catch (LibcniInput.RefusedByMultus e) {
            return new Answer.Refused(String.valueOf(e.getMessage()));
        }
        return added instanceof Answer.Attached(List<JsonNode> results) ? del(config, results, POD) : added;
    }

    /// ADD for the pod in that namespace.
    Answer add(String config, String pod) {
        List<JsonNode> results = new ArrayList<>();
        for (LibcniInput input : inputs(config)) {
            if (!Files.isExecutable(plugins.resolve(input.type()))) {
                return classified("failed to find plugin \"" + input.type() + "\" in path");
            }
            String stdin = results.isEmpty() ? input.config().toString() : input.after(results.getLast());
            ProgramOutcome outcome = call("ADD", input.type(), stdin, pod);
            if (!outcome.succeeded()) {
                return failure(outcome);
            }
            results.add(GoJson.read(outcome.stdout()));
        }
        return new Answer.Attached(results);
    }

    private Answer del(String config, List<JsonNode> results, String pod) {
        // libcni passes the last result to every plugin, in reverse order.
        for (LibcniInput input : inputs(config).reversed()) {
            boolean remembers = input.config().path("cniVersion").asText().compareTo("0.4.0") >= 0;
            String stdin =
                    remembers ? input.after(results.getLast()) : input.config().toString();
            ProgramOutcome outcome = call("DEL", input.type(), stdin, pod);
            if (!outcome.succeeded()) {
                return failure(outcome);
            }
        }
        return new Answer.Attached(results);
    }

    private List<LibcniInput> inputs(String config) {
        return LibcniInput.of(config.replace(STATE, state.toString()), NAD);
    }

    private ProgramOutcome call(String command, String type, String stdin, String pod) {
        Map<String, String> environment = Map.of(
                "CNI_COMMAND",
                command,
                "CNI_CONTAINERID",
                "sandbox-" + pod,
                "CNI_NETNS",
                namespaces.path(pod),
                "CNI_IFNAME",
                INTERFACE,
                "CNI_ARGS",
                "IgnoreUnknown=true;K8S_POD_NAMESPACE=tenant-a;K8S_POD_NAME=" + pod,
                "CNI_PATH",
                plugins.toString());
        return namespaces
                // Paths under trial may be relative, and nothing may be written into this checkout.
                .program(
                        NODE,
                        environment,
                        "env",
                        "--chdir=" + state,
                        "PATH=" + programs.path(),
                        plugins.resolve(type).toString())
                .run(stdin);
    }

    private static Answer failure(ProgramOutcome outcome) {
        return classified(message(outcome));
    }

    private static Answer classified(String message) {
        return MachineLimits.in(message)
                .<Answer>map(limit -> new Answer.BeyondThisMachine(message, limit))
                .orElseGet(() -> new Answer.Refused(message));
    }

    /// A plugin says why in JSON on stdout; one that crashed says it on stderr.
    private static String message(ProgramOutcome outcome) {
        if (outcome.stdout().strip().startsWith("{")) {
            ObjectNode error = GoJson.read(outcome.stdout());
            String details = error.path("details").asText();
            return error.path("msg").asText() + (details.isEmpty() ? "" : "; " + details);
        }
        String text = outcome.stderr().strip();
        return "crashed: " + text.substring(0, Math.min(LONGEST_MESSAGE, text.length()));
    }

    private static void empty(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.equals(folder))
                    .toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        namespaces.close();
        programs.close();
        try {
            empty(state);
            Files.delete(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
