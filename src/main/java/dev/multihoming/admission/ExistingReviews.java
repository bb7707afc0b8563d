package dev.multihoming.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.admission.AdmissionRequest.Resource;
import dev.multihoming.policy.Verdict;
import dev.multihoming.review.Requester;
import dev.multihoming.review.Settings;
import dev.multihoming.subject.ObjectFields;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/// Judges what is there already, by the engine and the policies that judge requests.
public final class ExistingReviews {
    private static final String CONTROLLER = "controller";

    private final Reviewer reviewer;
    private final ExistingView cluster;
    private final Settings settings;

    /// Who makes what is left to its makers is in `settings`.
    public ExistingReviews(Reviewer reviewer, NetworkDirectory directory, Settings settings) {
        this.reviewer = reviewer;
        this.cluster = new ExistingView(directory);
        this.settings = settings;
    }

    /// Empty for an object that asks nothing of Multus.
    public Optional<Verdict> judge(Resource resource, JsonNode object) {
        ObjectFields fields = ObjectReader.read(object);
        if (!resource.equals(Subjects.NADS) && !fields.asksForNetworks()) {
            return Optional.empty();
        }
        String namespace = object.at("/metadata/namespace").asText();
        return reviewer.reviewExisting(
                namespace,
                maker(object),
                cluster,
                itsSettings -> Subjects.existing(resource, namespace, fields, itsSettings));
    }

    /// Nobody remembers who made an object. What is controlled by KubeVirt or by a network operator counts as theirs:
    /// whoever forges that gets a better report, and nothing else.
    private Requester maker(JsonNode object) {
        for (JsonNode owner : object.at("/metadata/ownerReferences")) {
            if (owner.path(CONTROLLER).asBoolean()) {
                return controlledBy(owner.path("apiVersion").asText());
            }
        }
        return new Requester("");
    }

    private Requester controlledBy(String apiVersion) {
        return switch (ReviewedKinds.group(apiVersion)) {
            case "kubevirt.io" -> oneOf(settings.interfaceNamingExemptUsers());
            case "k8s.ovn.org", "operator.openshift.io", "sriovnetwork.openshift.io" -> oneOf(settings.networkOwners());
            default -> new Requester("");
        };
    }

    private static Requester oneOf(Set<String> accounts) {
        Iterator<String> first = accounts.iterator();
        return new Requester(first.hasNext() ? first.next() : "");
    }
}
