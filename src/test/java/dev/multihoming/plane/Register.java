package dev.multihoming.plane;

import java.io.File;
import java.util.List;
import java.util.Map;

/// `bin/register`, as the README runs it, with the kubectl of one control plane.
public final class Register {
    private Register() {}

    /// Gives up each of its waits after so many seconds.
    public static Outcome run(Kubectl kubectl, String overlay, String patience) {
        var environment = Map.of(
                "KUBECONFIG", kubectl.kubeconfig().toString(),
                "KUBECACHEDIR", kubectl.kubeconfig().resolveSibling("kubectl-cache").toString(),
                "MULTIHOMING_PATIENCE", patience,
                "PATH", kubectl.program().getParent() + File.pathSeparator + System.getenv("PATH"));
        return new ShortProgram(List.of("bin/register", overlay), environment).run("");
    }
}
