package dev.multihoming.cli.doctor;

import java.util.List;

/// Why the API server cannot call a webhook, by what it says, and what to do.
///
/// @param sign a part of the message
/// @param cause a sentence
/// @param remedy sentences
record CallFailure(String sign, String cause, String remedy) {
    private static final String REPLICAS =
            "See kubectl --namespace=%1$s get pods,endpointslices: at least one replica must be ready.";

    private static final List<CallFailure> KNOWN = List.of(
            new CallFailure(
                    "signed by unknown authority",
                    "The registered caBundle does not lead to the certificate that the webhook serves.",
                    "Let the maker of the certificate write caBundle again: wait a minute for self-managed ones, look at"
                            + " cert-manager's cainjector or at service-ca, or run certs/self-made."),
            new CallFailure(
                    "certificate has expired",
                    "The certificate that the webhook serves has expired, or the clocks differ.",
                    "Renew the certificate; see the Secret multihoming-webhook-tls and the webhook's log."),
            new CallFailure(
                    "certificate is valid for",
                    "The certificate that the webhook serves is for another name.",
                    "Make one for multihoming-webhook.%1$s.svc."),
            new CallFailure("no endpoints available", "No replica of the webhook is ready.", REPLICAS),
            new CallFailure(
                    "not found",
                    "The Service of the webhook is not there.",
                    "Install the workload again, or remove the registration (docs/operations.md)."),
            new CallFailure("connection refused", "Nothing listens where the webhook is registered.", REPLICAS),
            new CallFailure(
                    "no route to host",
                    "The control plane does not reach the webhook's pods.",
                    "Let the control plane connect to port 8443 of the pods."),
            new CallFailure(
                    "deadline exceeded",
                    "The webhook does not answer in time, or a firewall drops the connection.",
                    "Let the control plane connect to port 8443 of the pods. " + REPLICAS),
            new CallFailure(
                    "Timeout",
                    "The webhook does not answer in time, or a firewall drops the connection.",
                    "Let the control plane connect to port 8443 of the pods. " + REPLICAS));

    private static final CallFailure OTHER = new CallFailure("", "The API server cannot call it.", REPLICAS);

    static CallFailure of(String message) {
        return KNOWN.stream()
                .filter(it -> message.contains(it.sign))
                .findFirst()
                .orElse(OTHER);
    }

    /// @param namespace of the webhook
    String remedyIn(String namespace) {
        return remedy.replace("%1$s", namespace);
    }
}
