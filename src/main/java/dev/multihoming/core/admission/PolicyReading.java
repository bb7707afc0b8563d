package dev.multihoming.core.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.core.api.Exemptions;
import dev.multihoming.core.api.MultiHomingExemption;
import dev.multihoming.core.api.MultiHomingPolicy;
import dev.multihoming.core.api.Policies;
import dev.multihoming.core.policy.Exemption;
import dev.multihoming.core.policy.NamespaceMatch;
import dev.multihoming.core.policy.Policy;
import dev.multihoming.core.policy.PolicyFault;
import dev.multihoming.core.policy.PolicyResolver;
import dev.multihoming.core.subject.PolicyChange;
import dev.multihoming.core.subject.Subject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes subjects out of our own custom resources. What their schema refuses is the API server's to say: of such an
/// object nothing is said here.
public final class PolicyReading {
    public static final String GROUP = MultiHomingPolicy.GROUP;
    public static final String POLICIES = "multihomingpolicies";
    public static final String EXEMPTIONS = "multihomingexemptions";

    private static final ObjectMapper JSON = new ObjectMapper();

    private PolicyReading() {}

    /// `now` is in seconds since the epoch.
    static Optional<Subject> subject(AdmissionRequest request, PolicyResolver resolver, long now) {
        JsonNode object = request.own();
        if (object == null) {
            return Optional.empty();
        }
        try {
            return switch (request.resource().toString()) {
                case POLICIES -> Optional.of(policy(object, resolver));
                case EXEMPTIONS -> Optional.of(exemption(object, request.ownBefore(), now));
                default -> Optional.empty();
            };
        } catch (JsonProcessingException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Subject policy(JsonNode object, PolicyResolver resolver) throws JsonProcessingException {
        Policy policy = Policies.of(JSON.treeToValue(object, MultiHomingPolicy.class));
        Optional<PolicyFault> fault = resolver.fault(policy);
        NamespaceMatch match = policy.namespaces();
        return new PolicyChange(
                "MultiHomingPolicy",
                policy.name(),
                "",
                fault.filter(PolicyFault::isCircular).map(PolicyFault::clause).orElse(""),
                fault.filter(f -> !f.isCircular()).map(PolicyFault::parent).orElse(""),
                match.dependsOnLabels(),
                false);
    }

    private static Subject exemption(JsonNode object, @Nullable JsonNode before, long now)
            throws JsonProcessingException {
        Exemption exemption = Exemptions.of(JSON.treeToValue(object, MultiHomingExemption.class));
        String expires = object.at("/spec/expires").asText();
        boolean isNew = before == null || !before.at("/spec/expires").asText().equals(expires);
        return new PolicyChange(
                "MultiHomingExemption",
                exemption.name(),
                isNew && exemption.ends() <= now ? expires : "",
                "",
                "",
                false,
                exemption.isByNameForAnybody());
    }
}
