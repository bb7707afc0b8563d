package dev.multihoming.webhook.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;

/// How far an installation is: whether the API server is meant to ask us yet.
enum Registration {
    /// Nothing could be read so far.
    UNKNOWN("unknown"),
    /// Installed, and nothing is expected to be registered: no configuration is there, or those of the probe stage.
    NOT_YET("not registered yet"),
    REGISTERED("registered");

    /// What the probe stage adds to every webhook (kustomize/registration/probe): nothing else is asked then.
    static final JsonNode ONLY_THE_PROBE = JsonNodeFactory.instance
            .objectNode()
            .put("name", "only-the-probe")
            .put(
                    "expression",
                    "request.?dryRun.orValue(false) && object.?metadata.?name.orValue('') == 'multihoming-webhook-probe'");

    private final String words;

    Registration(String words) {
        this.words = words;
    }

    /// As people read it.
    String words() {
        return words;
    }

    /// @param isMeant whether the marker exists, which the registration brings along and the probe stage does not
    /// @param configurations as registered; a missing node where there is none
    static Registration of(boolean isMeant, Collection<JsonNode> configurations) {
        return !isMeant && configurations.stream().allMatch(Registration::asksOnlyForTheProbe) ? NOT_YET : REGISTERED;
    }

    private static boolean asksOnlyForTheProbe(JsonNode configuration) {
        for (JsonNode webhook : configuration.path("webhooks")) {
            if (!hasProbeCondition(webhook)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasProbeCondition(JsonNode webhook) {
        for (JsonNode condition : webhook.path("matchConditions")) {
            if (condition.equals(ONLY_THE_PROBE)) {
                return true;
            }
        }
        return false;
    }
}
