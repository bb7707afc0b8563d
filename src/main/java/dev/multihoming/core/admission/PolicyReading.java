package dev.multihoming.core.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.api.Exemptions;
import dev.multihoming.core.api.MultiHomingExemption;
import dev.multihoming.core.api.MultiHomingPolicy;
import dev.multihoming.core.api.Policies;
import dev.multihoming.core.api.PolicyObjects;
import dev.multihoming.core.policy.Exemption;
import dev.multihoming.core.policy.Policy;
import dev.multihoming.core.policy.PolicyResolver;
import dev.multihoming.core.subject.PolicyChange;
import dev.multihoming.core.subject.PolicyChange.Fact;
import dev.multihoming.core.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes subjects out of our own custom resources. What their schema refuses is the API server's to say: of such an
/// object nothing is said here.
public final class PolicyReading {
    public static final String GROUP = MultiHomingPolicy.GROUP;
    public static final String POLICIES = "multihomingpolicies";
    public static final String EXEMPTIONS = "multihomingexemptions";

    private PolicyReading() {}

    /// `now` is in seconds since the epoch.
    static Optional<Subject> subject(AdmissionRequest request, PolicyResolver resolver, long now) {
        try {
            return switch (request.resource().toString()) {
                case POLICIES -> policy(request, resolver);
                case EXEMPTIONS -> exemption(request, now);
                default -> Optional.empty();
            };
        } catch (JsonProcessingException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Subject> policy(AdmissionRequest request, PolicyResolver resolver)
            throws JsonProcessingException {
        JsonNode object = request.own();
        if (object == null) {
            JsonNode deleted = request.ownBefore();
            return deleted == null
                    ? Optional.empty()
                    : Optional.of(deleted(deleted.at("/metadata/name").asText(), resolver));
        }
        MultiHomingPolicy resource = PolicyObjects.policy(object);
        Policy policy = Policies.of(resource);
        return Optional.of(change("MultiHomingPolicy", policy.name(), PolicyFacts.of(resource, policy, resolver)));
    }

    private static Subject deleted(String name, PolicyResolver resolver) {
        return change("MultiHomingPolicy", name, PolicyFacts.ofDeleted(resolver.dependents(name)));
    }

    private static Optional<Subject> exemption(AdmissionRequest request, long now) throws JsonProcessingException {
        JsonNode object = request.own();
        if (object == null) {
            return Optional.empty();
        }
        MultiHomingExemption resource = PolicyObjects.exemption(object);
        Exemption exemption = Exemptions.of(resource);
        List<Fact> facts = new ArrayList<>(ExemptionFacts.of(resource.getSpec(), exemption));
        if (exemption.ends() <= now && !isUntouchedOrEarlier(expires(object), request.ownBefore())) {
            facts.addFirst(ExemptionFacts.ended(expires(object)));
        }
        return Optional.of(change("MultiHomingExemption", exemption.name(), facts));
    }

    /// An exemption is ended early by an update, and one that has ended can still be annotated. The form of
    /// these times makes their order that of their texts.
    private static boolean isUntouchedOrEarlier(String expires, @Nullable JsonNode before) {
        return before != null && expires.compareTo(expires(before)) <= 0;
    }

    private static String expires(JsonNode object) {
        return object.at("/spec/expires").asText();
    }

    private static Subject change(String kind, String name, List<Fact> facts) {
        return new PolicyChange(kind, name, facts);
    }
}
