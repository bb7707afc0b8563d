package dev.multihoming.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.api.MultiHomingPolicy;
import dev.multihoming.core.api.Policies;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.policy.Policy;
import dev.multihoming.core.policy.PolicyFault;
import dev.multihoming.core.policy.PolicyResolver;
import dev.multihoming.core.policy.PolicySnapshot;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.rules.RuleBook;
import dev.multihoming.core.subject.NetworkAnnotations;
import dev.multihoming.webhook.http.Endpoints;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The input is the `spec` of a MultiHomingPolicy and of a MultiHomingExemption; where it is one of a policy,
/// objects are judged under it.
public final class PolicyFuzz {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EffectivePolicy BUILT_IN =
            EffectivePolicy.of(RuleBook.cards(), Set.of(), Set.of()).with(Settings.DEFAULTS);

    private static final List<byte[]> REVIEWS = List.of(
            pod("a,b@net7,sriov"),
            pod("tenant-b/x@eth0,missing"),
            nad("{\"cniVersion\":\"1.0.0\",\"type\":\"bridge\",\"bridge\":\"br0\"}"),
            nad("{\"cniVersion\":\"1.0.0\",\"name\":\"n\",\"plugins\":[{\"type\":\"macvlan\",\"master\":\"ens1\"}]}"),
            nad("{\"cniVersion\":\"1.0.0\",\"type\":\"sriov\",\"vlan\":7,\"vlanTrunk\":[{\"minID\":5,\"maxID\":9}]}"),
            nad("{\"cniVersion\":\"1.0.0\",\"type\":\"host-device\",\"device\":\"ens1\"}"));

    private PolicyFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        JsonNode spec = read(input);
        if (spec == null) {
            return;
        }
        Endpoints endpoints = new Endpoints(new FuzzCluster(), new Fixed(BUILT_IN));
        for (String plural : List.of("multihomingpolicies", "multihomingexemptions")) {
            ObjectNode object = object(spec);
            Judged.by(endpoints, Phase.VALIDATE, Requests.create(MultiHomingPolicy.GROUP, plural, object));
            Judged.by(endpoints, Phase.VALIDATE, Requests.update(MultiHomingPolicy.GROUP, plural, object, object));
        }
        policy(spec).map(PolicyFuzz::inForce).ifPresent(PolicyFuzz::judgeUnder);
    }

    private static void judgeUnder(EffectivePolicy policy) {
        Endpoints endpoints = new Endpoints(new FuzzCluster(), new Fixed(policy));
        for (byte[] review : REVIEWS) {
            Judged.by(endpoints, Phase.VALIDATE, review);
            Judged.by(endpoints, Phase.MUTATE, review);
        }
    }

    private static Optional<Policy> policy(JsonNode spec) {
        try {
            return Optional.of(Policies.of(JSON.treeToValue(object(spec), MultiHomingPolicy.class)));
        } catch (JsonProcessingException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static EffectivePolicy inForce(Policy policy) {
        return PolicySnapshot.of(List.of(policy), List.of(), BUILT_IN)
                .governing(FuzzCluster.NAMESPACE, Map.of("team", "a"));
    }

    private static ObjectNode object(JsonNode spec) {
        ObjectNode object = JSON.createObjectNode();
        object.putObject("metadata").put("name", "own");
        object.set("spec", spec);
        return object;
    }

    private static @Nullable JsonNode read(byte[] input) {
        try {
            JsonNode spec = JSON.readTree(input);
            return spec != null && spec.isObject() ? spec : null;
        } catch (IOException _) {
            return null;
        }
    }

    private static byte[] pod(String networks) {
        return Requests.create("", "pods", Requests.pod(NetworkAnnotations.NETWORKS, networks));
    }

    private static byte[] nad(String config) {
        return Requests.create("k8s.cni.cncf.io", "network-attachment-definitions", Requests.nad(config));
    }

    /// One policy for everything.
    private record Fixed(EffectivePolicy policy) implements PolicyResolver {

        @Override
        public EffectivePolicy governing(String namespace) {
            return policy;
        }

        @Override
        public Optional<PolicyFault> fault(Policy candidate) {
            return PolicySnapshot.of(List.of(candidate), List.of(), BUILT_IN).fault(candidate.name());
        }
    }
}
