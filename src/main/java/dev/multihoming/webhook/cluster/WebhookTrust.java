package dev.multihoming.webhook.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.webhook.certs.Authorities;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The `caBundle` of registered webhooks.
public final class WebhookTrust {
    private WebhookTrust() {}

    /// What is in base64; nothing where that cannot be read.
    static Authorities read(String caBundle) {
        try {
            return Authorities.read(new String(Base64.getDecoder().decode(caBundle), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException _) {
            return Authorities.NONE;
        }
    }

    /// Whether some webhook has a `caBundle` that does not lead to that chain.
    static boolean contradicts(JsonNode configuration, List<X509Certificate> served, Instant now) {
        for (JsonNode webhook : configuration.path("webhooks")) {
            String bundle = webhook.at("/clientConfig/caBundle").asText();
            if (!bundle.isEmpty() && !served.isEmpty() && !read(bundle).verify(served, now)) {
                return true;
            }
        }
        return false;
    }

    /// Those that every webhook of a configuration trusts.
    public static Authorities common(JsonNode configuration) {
        @Nullable Authorities common = null;
        for (JsonNode webhook : configuration.path("webhooks")) {
            Authorities its = read(webhook.at("/clientConfig/caBundle").asText());
            common = common == null ? its : common.alsoIn(its);
        }
        return common == null ? Authorities.NONE : common;
    }

    /// Whether every webhook of a configuration trusts those and no others.
    public static boolean isExactly(JsonNode configuration, Authorities authorities) {
        for (JsonNode webhook : configuration.path("webhooks")) {
            if (!read(webhook.at("/clientConfig/caBundle").asText()).equals(authorities)) {
                return false;
            }
        }
        return true;
    }
}
