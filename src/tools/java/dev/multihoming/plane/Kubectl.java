package dev.multihoming.plane;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The real kubectl, as the administrator of one control plane.
public record Kubectl(Path program, Path kubeconfig, List<String> always) {
    Kubectl(Path program, Path kubeconfig) {
        this(program, kubeconfig, List.of());
    }

    public Kubectl inNamespace(String namespace) {
        return with("--namespace=" + namespace);
    }

    /// Acts as a service account, with what RBAC grants it and no more.
    public Kubectl asServiceAccount(String namespace, String name) {
        return as("system:serviceaccount:" + namespace + ":" + name);
    }

    /// Acts as that user, who needs no more to exist than a name.
    public Kubectl as(String username) {
        return with("--as=" + username);
    }

    public ProgramOutcome run(String... arguments) {
        return runWithInput("", arguments);
    }

    public ProgramOutcome apply(String yaml) {
        return runWithInput(yaml, "apply", "--filename=-");
    }

    public ProgramOutcome runWithInput(String stdin, String... arguments) {
        List<String> command = Stream.of(Stream.of(program.toString()), always.stream(), Stream.of(arguments))
                .flatMap(parts -> parts)
                .toList();
        return new ShortProgram(command, environment()).run(stdin);
    }

    private Kubectl with(String flag) {
        return new Kubectl(
                program,
                kubeconfig,
                Stream.concat(always.stream(), Stream.of(flag)).toList());
    }

    /// Nothing of the caller's ~/.kube is read or written: ports recur, and with them stale caches of other planes.
    private Map<String, String> environment() {
        Path cache = kubeconfig.resolveSibling("kubectl-cache");
        return Map.of("KUBECONFIG", kubeconfig.toString(), "KUBECACHEDIR", cache.toString(), "KUBERC", "off");
    }
}
