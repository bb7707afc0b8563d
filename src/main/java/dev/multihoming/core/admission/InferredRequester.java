package dev.multihoming.core.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.objects.ApiGroup;
import dev.multihoming.core.review.Requester;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.subject.Owner;
import java.util.List;
import java.util.Set;

/// Whom objects that exist count as made by. The author is not stored; what is controlled by KubeVirt or by a
/// network operator counts as theirs: a user who forges that gets a better report, and nothing else.
public final class InferredRequester {
    private InferredRequester() {}

    /// The maker of that object; one without a name where nothing tells. Accounts are those of `settings`.
    public static Requester of(JsonNode object, Settings settings) {
        return Owner.controllerOf(object)
                .map(owner -> controlledBy(owner.apiVersion(), settings))
                .orElseGet(() -> new Requester(""));
    }

    private static Requester controlledBy(String apiVersion, Settings settings) {
        return switch (ApiGroup.of(apiVersion)) {
            case "kubevirt.io" -> oneOf(settings.accounts().interfaceNaming());
            case "k8s.ovn.org", "operator.openshift.io", "sriovnetwork.openshift.io" ->
                oneOf(settings.accounts().networkOwners());
            default -> new Requester("");
        };
    }

    private static Requester oneOf(Set<String> accounts) {
        return Requester.named(accounts.stream().sorted().findFirst().orElse(""), List.of());
    }
}
