package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.api.Exemptions;
import dev.multihoming.core.api.MultiHomingExemption;
import dev.multihoming.core.api.MultiHomingPolicy;
import dev.multihoming.core.api.Policies;
import dev.multihoming.core.api.PolicyObjects;
import dev.multihoming.core.policy.Exemption;
import dev.multihoming.core.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The policies and exemptions of some files.
///
/// @param policies that are given
/// @param exemptions that are given
public record PolicyFiles(List<Policy> policies, List<Exemption> exemptions) {
    /// None: the built-in policy governs everything.
    public static final PolicyFiles NONE = new PolicyFiles(List.of(), List.of());

    public PolicyFiles {
        policies = List.copyOf(policies);
        exemptions = List.copyOf(exemptions);
    }

    /// Reads all of them; other objects in these files are passed over.
    ///
    /// @throws CannotRun for a file that cannot be read, holds neither policy nor exemption, or one that is none
    public static PolicyFiles read(List<Input> inputs) {
        List<Policy> policies = new ArrayList<>();
        List<Exemption> exemptions = new ArrayList<>();
        for (Input input : inputs) {
            int before = policies.size() + exemptions.size();
            ManifestReader.read(source(input), "", piece -> take(input, piece, policies, exemptions));
            if (policies.size() + exemptions.size() == before) {
                throw new CannotRun(input.name() + " holds neither a MultiHomingPolicy nor a MultiHomingExemption.");
            }
        }
        refuseTwice(policies.stream().map(Policy::name).toList(), "MultiHomingPolicies");
        refuseTwice(exemptions.stream().map(Exemption::name).toList(), "MultiHomingExemptions");
        return new PolicyFiles(policies, exemptions);
    }

    /// The same of objects that are read already.
    ///
    /// @throws CannotRun for one that the schema of its CRD would have refused
    public static PolicyFiles of(Collection<? extends JsonNode> objects) {
        List<Policy> policies = new ArrayList<>();
        List<Exemption> exemptions = new ArrayList<>();
        for (JsonNode object : objects) {
            String title = object.path("kind").asText() + " "
                    + object.at("/metadata/name").asText();
            take(object, title, policies, exemptions);
        }
        return new PolicyFiles(policies, exemptions);
    }

    private static void refuseTwice(List<String> names, String kinds) {
        Set<String> seen = new HashSet<>();
        names.stream().filter(name -> !seen.add(name)).findFirst().ifPresent(name -> {
            throw new CannotRun("Two " + kinds + " are called " + name + "; leave one out.");
        });
    }

    /// These and those of a cluster, of which equally named ones are replaced.
    ///
    /// @throws CannotRun for one that the schema of its CRD would have refused
    public PolicyFiles and(Collection<MultiHomingPolicy> others, Collection<MultiHomingExemption> otherExemptions) {
        Map<String, Policy> byName = new LinkedHashMap<>();
        Map<String, Exemption> exemptionsByName = new LinkedHashMap<>();
        try {
            others.stream().map(Policies::of).forEach(policy -> byName.put(policy.name(), policy));
            otherExemptions.stream()
                    .map(Exemptions::of)
                    .forEach(exemption -> exemptionsByName.put(exemption.name(), exemption));
        } catch (IllegalArgumentException e) {
            throw new CannotRun("A policy or exemption of the cluster " + e.getMessage() + ".", e);
        }
        policies.forEach(policy -> byName.put(policy.name(), policy));
        exemptions.forEach(exemption -> exemptionsByName.put(exemption.name(), exemption));
        return new PolicyFiles(List.copyOf(byName.values()), List.copyOf(exemptionsByName.values()));
    }

    /// Which of them governs what; `labels` are those of a namespace.
    public OfflinePolicyResolver resolver(Function<String, Map<String, String>> labels) {
        return new OfflinePolicyResolver(policies, exemptions, labels);
    }

    private static Source source(Input input) {
        try {
            return input.read();
        } catch (Input.CannotRead e) {
            throw new CannotRun(input.name() + " is no policy: " + e.clause() + ".", e);
        }
    }

    private static void take(Input input, ManifestDocument piece, List<Policy> policies, List<Exemption> exemptions) {
        switch (piece) {
            case ManifestDocument.OfKubernetes(Manifest manifest) -> take(manifest, policies, exemptions);
            case ManifestDocument.Foreign _ -> {}
            case ManifestDocument.Broken(SourceSpan span, String fact, boolean _) ->
                throw new CannotRun("%s, %s: %s.".formatted(input.name(), span.from(), fact));
        }
    }

    private static void take(Manifest manifest, List<Policy> policies, List<Exemption> exemptions) {
        if (manifest.apiVersion().startsWith(MultiHomingPolicy.GROUP + "/")) {
            String served = MultiHomingPolicy.GROUP + "/" + MultiHomingPolicy.VERSION;
            if (!manifest.apiVersion().equals(served)) {
                throw new CannotRun("%s is of %s, which the API server does not know; write %s."
                        .formatted(manifest.title(), manifest.apiVersion(), served));
            }
            take(manifest.object(), manifest.title(), policies, exemptions);
        }
    }

    private static void take(JsonNode object, String title, List<Policy> policies, List<Exemption> exemptions) {
        try {
            switch (object.path("kind").asText()) {
                case "MultiHomingPolicy" -> policies.add(Policies.of(PolicyObjects.policy(object)));
                case "MultiHomingExemption" ->
                    exemptions.add(Exemptions.of(PolicyObjects.exemption(object), Instant.now()));
                default -> {}
            }
        } catch (JsonMappingException e) {
            throw new CannotRun(
                    "%s cannot be read: %s has a value of the wrong type. Put words such as Off in quotes: YAML takes them for true or false."
                            .formatted(title, field(e)),
                    e);
        } catch (JsonProcessingException e) {
            throw new CannotRun(title + " cannot be read: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new CannotRun(title + " " + e.getMessage() + ".", e);
        }
    }

    private static String field(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
