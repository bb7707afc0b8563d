package dev.multihoming.chaos;

import java.util.List;

/// Somebody takes the creation of pods out of the registered configuration: nobody asks us any more. The safety net
/// holds, and we say so.
record AlteredConfiguration() implements Fault {
    @Override
    public String name() {
        return "our webhook configuration altered";
    }

    @Override
    public List<Specimen> specimens() {
        return Specimen.CAUGHT_BY_THE_NET;
    }

    @Override
    public void strike(Scene scene, Trial trial) throws InterruptedException {
        try (SafetyNet _ = SafetyNet.spread(scene)) {
            scene.kubectl()
                    .run(
                            "patch",
                            "validatingwebhookconfiguration/multihoming-webhook",
                            "--type=json",
                            "--patch=[{\"op\": \"replace\", \"path\": \"/webhooks/0/rules/0/operations\", \"value\": [\"CONNECT\"]}]")
                    .orThrow("Altering the configuration");
            trial.recovered(Drifted.awaitWord(scene, trial, "rules"));
            scene.applyConfigurations();
        }
    }
}
