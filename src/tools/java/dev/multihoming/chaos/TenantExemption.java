package dev.multihoming.chaos;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Lets tenant-b call an interface eth0, until its end: by it one sees what time it is for a replica.
final class TenantExemption {
    private TenantExemption() {}

    static void grant(Scene scene, Instant end) {
        scene.kubectl()
                .apply("""
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingExemption
                metadata: {name: bad-night}
                spec: {rules: [MH104], namespaces: [tenant-b], reason: a bad night, owner: platform, expires: "%s"}
                """.formatted(end.truncatedTo(ChronoUnit.SECONDS)))
                .orThrow("Granting an exemption");
    }

    static boolean isInForce(Replica replica) {
        return DirectReview.of(replica, "tenant-b", "secret@eth0").contains("\"allowed\":true");
    }

    static void revoke(Scene scene) {
        scene.kubectl().run("delete", "multihomingexemption/bad-night").orThrow("Deleting the exemption");
    }
}
