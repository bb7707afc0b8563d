package dev.multihoming.chaos;

import java.util.List;

/// The pods of the stream: legal ones, and each rule broken once.
enum Specimen {
    ONE_NETWORK("k8s.v1.cni.cncf.io/networks", "blue", ""),
    TWO_NETWORKS("k8s.v1.cni.cncf.io/networks", "blue,red", ""),
    NAMED_INTERFACE("k8s.v1.cni.cncf.io/networks", "[{'name': 'red', 'interface': 'net1'}]", ""),
    FOREIGN_NETWORK("k8s.v1.cni.cncf.io/networks", "tenant-b/secret", "MH105"),
    DEFAULT_NETWORK("v1.multus-cni.io/default-network", "blue", "MH103"),
    ETH0("k8s.v1.cni.cncf.io/networks", "blue@eth0", "MH104"),
    MISSING_NETWORK("k8s.v1.cni.cncf.io/networks", "green", "MH107");

    /// The rules that the safety net knows as well.
    static final List<Specimen> CAUGHT_BY_THE_NET =
            List.of(ONE_NETWORK, TWO_NETWORKS, FOREIGN_NETWORK, DEFAULT_NETWORK, ETH0);

    static final List<Specimen> ALL = List.of(values());

    /// What a pod of a network that cannot be looked up is warned with.
    private static final String UNVERIFIED = "MH113";

    private final String annotation;
    private final String value;
    private final String code;

    Specimen(String annotation, String value, String code) {
        this.annotation = annotation;
        this.value = value.replace('\'', '"');
        this.code = code;
    }

    /// Created in namespace tenant-a, which has the networks blue and red.
    String pod() {
        return pod(annotation, value);
    }

    static String pod(String annotation, String value) {
        return """
                {"apiVersion": "v1", "kind": "Pod",
                 "metadata": {"generateName": "app-", "namespace": "tenant-a", "annotations": {"%s": "%s"}},
                 "spec": {"containers": [{"name": "app", "image": "registry.example/app"}]}}
                """.formatted(annotation, value.replace("\"", "\\\""));
    }

    RequestResult fate(Answer answer) {
        if (answer.isCreated()) {
            if (code.isEmpty()) {
                return RequestResult.RIGHT;
            }
            return this == MISSING_NETWORK && answer.warns(UNVERIFIED)
                    ? RequestResult.UNVERIFIED
                    : RequestResult.WRONGLY_ADMITTED;
        }
        if (answer.isDenial()) {
            if (code.isEmpty()) {
                return RequestResult.WRONGLY_DENIED;
            }
            return answer.denies(code) ? RequestResult.RIGHT : RequestResult.FAILED;
        }
        return answer.isWebhookFailure() ? RequestResult.FAILED : RequestResult.NOT_TAKEN;
    }
}
