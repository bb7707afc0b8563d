package dev.multihoming.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.client.ClusterRequests.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How long the registered authorities and the serving certificate last, and whether they belong together.
final class CertificateCheck implements Check {
    /// Certificates of 90 days are renewed 30 days before they end: one that ends sooner was not.
    private static final Duration SOON = Duration.ofDays(14);

    private static final String BUNDLE = "caBundle";
    private static final String SERVED = "serving certificate";
    private static final String SECRET = "multihoming-webhook-tls";
    private static final String RENEW =
            "Renew it as your certificate mode has it (certs/README.md); self-managed and cert-manager do so 30 days before.";
    private static final String WRITE_AGAIN =
            "Let the maker of the certificate write caBundle again (certs/README.md).";

    @Override
    public List<Line> lines(Installation installation) {
        List<JsonNode> webhooks = Stream.of(installation.validating(), installation.mutating())
                .flatMap(Registered::webhooks)
                .toList();
        List<Line> lines = new ArrayList<>();
        if (!webhooks.isEmpty()) {
            lines.add(bundles(webhooks, installation.now()));
        }
        lines.add(served(webhooks, installation));
        return lines;
    }

    private static List<Optional<Certificates>> read(List<JsonNode> webhooks) {
        return webhooks.stream()
                .map(CertificateCheck::bundle)
                .distinct()
                .map(Certificates::ofBase64)
                .toList();
    }

    private static String bundle(JsonNode webhook) {
        return webhook.at("/clientConfig/caBundle").asText();
    }

    private static Line bundles(List<JsonNode> webhooks, Instant now) {
        List<String> without = webhooks.stream()
                .filter(it -> bundle(it).isEmpty())
                .map(it -> it.path("name").asText())
                .toList();
        if (!without.isEmpty()) {
            return Line.problem(BUNDLE, "Missing in %s.".formatted(String.join(", ", without)), WRITE_AGAIN);
        }
        List<Optional<Certificates>> bundles = read(webhooks);
        if (bundles.stream().anyMatch(Optional::isEmpty)) {
            return Line.problem(BUNDLE, "One of them holds no certificate that can be read.", WRITE_AGAIN);
        }
        Instant end = bundles.stream()
                .map(it -> it.orElseThrow().lastEnd())
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        Line judged = lifetime(BUNDLE, "The authorities", end, now);
        return judged.grade() == Grade.OK && bundles.size() > 1
                ? Line.warning(BUNDLE, "The webhooks do not all have the same.", WRITE_AGAIN)
                : judged;
    }

    private static Line served(List<JsonNode> webhooks, Installation installation) {
        String namespace = installation.systemNamespace();
        Reply secret = installation.cluster().get("api/v1/namespaces/%s/secrets/%s".formatted(namespace, SECRET));
        if (!secret.isSuccess()) {
            return withoutSecret(secret, namespace);
        }
        Optional<Certificates> chain =
                Certificates.ofBase64(secret.body().at("/data/tls.crt").asText());
        return chain.map(it -> judged(it, webhooks, installation.now()))
                .orElseGet(() -> Line.problem(
                        SERVED, "The Secret %s/%s holds no certificate.".formatted(namespace, SECRET), RENEW));
    }

    private static Line withoutSecret(Reply secret, String namespace) {
        if (secret.isNotFound()) {
            return Line.warning(
                    SERVED,
                    "There is no Secret %s/%s.".formatted(namespace, SECRET),
                    "The shipped Deployment mounts it: the webhook does not start without. Ignore this if your webhook"
                            + " gets its certificate in another way.");
        }
        return secret.isNotPermitted()
                ? Line.notPermitted(
                        SERVED,
                        "You may not read the Secret %s/%s.".formatted(namespace, SECRET),
                        "The dry runs show whether the API server trusts it; the metric"
                                + " multihoming_certificate_expiration_timestamp_seconds shows its end.")
                : Line.unreadable(SERVED, "The Secret", secret.refusal("it"));
    }

    private static Line judged(Certificates chain, List<JsonNode> webhooks, Instant now) {
        Line lifetime = lifetime(SERVED, "It", chain.firstEnd(), now);
        boolean accepted =
                read(webhooks).stream().flatMap(Optional::stream).allMatch(bundle -> bundle.accept(chain, now));
        return accepted || lifetime.grade() == Grade.PROBLEM
                ? lifetime
                : Line.problem(
                        SERVED, "A registered caBundle does not lead to it: the API server refuses it.", WRITE_AGAIN);
    }

    private static Line lifetime(String subject, String what, Instant end, Instant now) {
        String day = end.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        if (end.isBefore(now)) {
            return Line.problem(subject, "%s expired on %s: no request is answered.".formatted(what, day), RENEW);
        }
        return end.isBefore(now.plus(SOON))
                ? Line.warning(subject, "%s will expire on %s.".formatted(what, day), RENEW)
                : Line.ok(subject, "%s will expire on %s.".formatted(what, day));
    }
}
