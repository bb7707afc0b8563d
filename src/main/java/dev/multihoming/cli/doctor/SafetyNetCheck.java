package dev.multihoming.cli.doctor;

import dev.multihoming.client.ClusterRequests.Reply;
import java.util.List;

/// Whether the optional ValidatingAdmissionPolicy is there, and in force.
final class SafetyNetCheck implements Check {
    private static final String SUBJECT = "safety net";
    private static final String NAME = "multihoming-safety-net";
    private static final String API = "apis/admissionregistration.k8s.io/v1/";
    private static final String APPLY = "Apply kustomize/components/safety-net again, or delete all of it.";

    @Override
    public List<Line> lines(Installation installation) {
        Reply policy = installation.cluster().get(API + "validatingadmissionpolicies/" + NAME);
        Reply binding = installation.cluster().get(API + "validatingadmissionpolicybindings/" + NAME);
        return List.of(line(policy, binding));
    }

    private static Line line(Reply policy, Reply binding) {
        if (policy.isNotPermitted() || binding.isNotPermitted()) {
            return Line.notPermitted(
                    SUBJECT,
                    "You may not read ValidatingAdmissionPolicies and their bindings.",
                    "Ask for the right to get them, if the safety net is part of your installation.");
        }
        if (policy.isNotFound() && binding.isNotFound()) {
            return Line.ok(SUBJECT, "Not installed. It is optional (docs/safety-net.md).");
        }
        if (policy.isNotFound()) {
            return Line.problem(SUBJECT, "Its binding is there, its policy is not: it denies nothing.", APPLY);
        }
        if (binding.isNotFound()) {
            return Line.problem(SUBJECT, "Its policy is there, its binding is not: it denies nothing.", APPLY);
        }
        if (!policy.isSuccess() || !binding.isSuccess()) {
            return Line.unreadable(SUBJECT, "It", (policy.isSuccess() ? binding : policy).refusal("it"));
        }
        return inForce(policy, binding);
    }

    private static Line inForce(Reply policy, Reply binding) {
        if (!binding.body().at("/spec/validationActions").toString().contains("Deny")) {
            return Line.warning(SUBJECT, "Its binding does not deny.", APPLY);
        }
        int warnings =
                policy.body().at("/status/typeChecking/expressionWarnings").size();
        return warnings == 0
                ? Line.ok(SUBJECT, "In force.")
                : Line.warning(
                        SUBJECT,
                        "The API server has %d warnings about its expressions.".formatted(warnings),
                        "See status.typeChecking of the ValidatingAdmissionPolicy %s.".formatted(NAME));
    }
}
