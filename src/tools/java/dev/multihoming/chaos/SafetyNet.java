package dev.multihoming.chaos;

import dev.multihoming.plane.Eventually;

/// The ValidatingAdmissionPolicy that an installation may have under the webhook.
final class SafetyNet implements AutoCloseable {
    private static final String FOLDER = "kustomize/components/safety-net/";

    private final Scene scene;

    private SafetyNet(Scene scene) {
        this.scene = scene;
    }

    /// Returns when it holds.
    static SafetyNet spread(Scene scene) {
        scene.kubectl()
                .run(
                        "apply",
                        "--filename=" + FOLDER + "policy.yaml",
                        "--filename=" + FOLDER + "parameters.yaml",
                        "--filename=" + FOLDER + "binding.yaml")
                .orThrow("Installing the net");
        // It comes before the webhooks, which would give the same verdict in their own words.
        Eventually.holds("the net to hold", () -> holds(scene));
        return new SafetyNet(scene);
    }

    private static boolean holds(Scene scene) {
        return scene.kubectl()
                .runWithInput(Specimen.ETH0.pod(), "create", "--dry-run=server", "--filename=-")
                .stderr()
                .contains("multihoming-safety-net");
    }

    @Override
    public void close() {
        scene.kubectl()
                .run("delete", "validatingadmissionpolicy,validatingadmissionpolicybinding", "multihoming-safety-net")
                .orThrow("Removing the net");
    }
}
