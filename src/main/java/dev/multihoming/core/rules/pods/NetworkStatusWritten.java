package dev.multihoming.core.rules.pods;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.NetworkAnnotations;
import dev.multihoming.core.subject.Pod;
import java.util.List;

/// See node-behavior.md#network-status. Only seen on pods that have one of the two network annotations:
/// others cost no call.
@RuleCard(
        code = "MH120",
        name = "network-status-written",
        summary = "A new pod already has a network-status annotation.",
        requirement = "only Multus writes what it attached",
        why = """
                Service discovery, load balancers and dashboards take the pod's addresses from this annotation. \
                Until Multus writes it (or always, if Multus does not), they read what the pod's author wrote. \
                Usually it was copied with a pod from `kubectl get -o yaml`.""",
        remedy = "Remove the annotation.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class NetworkStatusWritten implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        return pod.networkStatus()
                ? List.of(new Violation(
                        Location.annotation(NetworkAnnotations.STATUS),
                        "the annotation network-status is Multus' to write",
                        "Remove it"))
                : List.of();
    }
}
