package dev.multihoming.chaos;

import java.util.List;

/// Both configurations are gone.
record DeletedConfiguration() implements Fault {
    @Override
    public String name() {
        return "our webhook configurations deleted";
    }

    @Override
    public List<Specimen> specimens() {
        return Specimen.CAUGHT_BY_THE_NET;
    }

    @Override
    public void strike(Scene scene, Trial trial) throws InterruptedException {
        try (SafetyNet _ = SafetyNet.spread(scene)) {
            scene.kubectl()
                    .run("delete", "validatingwebhookconfiguration,mutatingwebhookconfiguration", "multihoming-webhook")
                    .orThrow("Deleting the configurations");
            trial.recovered(Drifted.awaitWord(scene, trial, "absence"));
            scene.applyConfigurations();
        }
    }
}
