package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.Inputs;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.cli.policydiff.PolicyObjects;
import dev.multihoming.core.admission.ReviewedKinds;
import dev.multihoming.core.objects.OperatorNads;
import dev.multihoming.core.objects.PodTemplates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The files of a policy diff. Their kinds tell proposed policies and exemptions from objects to judge.
///
/// @param policies that are proposed, and exemptions
/// @param files with anything else
/// @param hasObjects whether there is an object to judge among them
record DiffInputs(List<Manifest> policies, List<Input> files, boolean hasObjects) {
    DiffInputs {
        policies = List.copyOf(policies);
        files = List.copyOf(files);
    }

    /// Looks through all files and folders.
    ///
    /// @throws CannotRun for what is not there, cannot be read, or holds nothing
    static DiffInputs of(List<String> paths) {
        DiffInputs found = ofInputs(Inputs.of(paths, System.in));
        if (!paths.isEmpty() && found.policies().isEmpty() && found.files().isEmpty()) {
            throw new CannotRun(
                    "There is no policy, no exemption and no other object in " + String.join(", ", paths) + ".");
        }
        return found;
    }

    /// Of texts that may hold nothing.
    static DiffInputs ofInputs(List<Input> inputs) {
        List<Manifest> policies = new ArrayList<>();
        Set<Input> files = new LinkedHashSet<>();
        Set<Input> withObjects = new HashSet<>();
        for (Input input : inputs) {
            Manifests.each(input, "", manifest -> {
                if (PolicyObjects.isOne(manifest.object())) {
                    policies.add(manifest);
                    return;
                }
                files.add(input);
                if (isReviewed(manifest)) {
                    withObjects.add(input);
                }
            });
        }
        return new DiffInputs(policies, List.copyOf(files), !withObjects.isEmpty());
    }

    private static boolean isReviewed(Manifest manifest) {
        return ReviewedKinds.of(manifest.apiVersion(), manifest.kind()).isPresent()
                || !PodTemplates.paths(manifest.object()).isEmpty()
                || OperatorNads.of(manifest.object(), manifest.namespace()).isPresent();
    }

    /// The policies and exemptions of those files, which must have some.
    static PolicyObjects policiesOf(List<String> paths) {
        PolicyObjects policies = of(paths).proposed();
        if (!paths.isEmpty() && policies.isEmpty()) {
            throw new CannotRun("There is no policy and no exemption in " + String.join(", ", paths) + ".");
        }
        return policies;
    }

    PolicyObjects proposed() {
        return PolicyObjects.of(policies.stream().map(Manifest::object).toList());
    }
}
