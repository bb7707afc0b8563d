package dev.multihoming.fuzz;

import static dev.multihoming.fuzz.Judged.require;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.review.OtherSettings;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.subject.NetworkAnnotations;
import dev.multihoming.webhook.http.Endpoints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The input is the value of `v1.multus-cni.io/default-network` of a new pod: where nobody may say anything in it, and
/// where OVN-Kubernetes' own default network may be named.
public final class DefaultNetworkFuzz {
    private static final String OVN = "ovn-kubernetes";
    private static final Endpoints STRICT = new Endpoints(new FuzzCluster());
    private static final Endpoints WITH_OVN = new Endpoints(
            new FuzzCluster(),
            _ -> EffectivePolicy.BUILT_IN.with(
                    OtherSettings.with(Settings.DEFAULTS, "references.ovnDefaultNamespace", OVN)));

    private DefaultNetworkFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        String text = new String(input, StandardCharsets.UTF_8);
        ObjectNode pod = Requests.pod(NetworkAnnotations.DEFAULT_NETWORK, text);
        require(!Passage.of(STRICT, "", "pods", pod).admitted(), "another default network is admitted: " + text);
        if (Passage.of(WITH_OVN, "", "pods", pod).admitted()) {
            Witness seen = Witness.of(text);
            require(
                    seen.namespaces().stream().allMatch(OVN::equals)
                            && seen.names().equals(List.of("default")),
                    "another default network than OVN-Kubernetes' is admitted: " + text);
        }
    }
}
