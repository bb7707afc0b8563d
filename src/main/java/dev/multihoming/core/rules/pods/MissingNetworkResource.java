package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Addition;
import dev.multihoming.core.review.Addition.Member;
import dev.multihoming.core.review.ClusterFacts;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Mutation;
import dev.multihoming.core.review.Mutator;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import dev.multihoming.core.subject.PodPlacement.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// See node-behavior.md#resourcename. Requests that an author wrote are never changed, also where they are
/// too few.
///
/// What bridge-marker advertises is added and never demanded: without a request Multus finds no device and says
/// nothing (node-behavior.md#resourcename: it only reads what the kubelet allocated), and the bridge plugin
/// asks for none.
@RuleCard(
        code = "MH115",
        name = "missing-network-resource",
        summary =
                "A pod does not request the devices that its networks attach; where it requests none, they are added.",
        requirement = "a pod requests every device that its networks attach",
        why = """
                A network with the annotation `k8s.v1.cni.cncf.io/resourceName` attaches a device of that \
                resource, such as a virtual function of an SR-IOV card. The kubelet reserves a device only if a \
                container requests it. Without the request, the scheduler may choose any node, the plugin gets no \
                device, and the pod stays in ContainerCreating. A bridge that nodes advertise \
                (`bridge.network.kubevirt.io/<bridge>`) is not a device: its request only leads the pod to a node \
                with that bridge. It is added too, but a pod without it, or with fewer, is not denied. A pod whose \
                networks have only plugins that attach no device, such as macvlan, is not denied either.""",
        remedy = """
                Leave the resource out: one for each selected network is added to the requests and limits of the first container when \
                the pod is created. Or request as many as there are networks that need it, in `requests` and in `limits`, as you must where \
                the platform team set `MULTIHOMING_INJECT_NODE_NEEDS=false` and no other injector adds it.""",
        since = "0.1.0")
public final class MissingNetworkResource implements Mutator<Pod> {
    private static final String POINTER = "/spec/containers/0/resources";
    private static final Location PLACE = Location.of("spec.containers[0].resources");

    @Override
    public List<Violation> find(Pod pod, Context context) {
        boolean toBeAdded = NodeDemands.areToBeAdded(context);
        NodeDemands demands = NodeDemands.of(pod, context);
        return Violation.ofEach(
                demands.devices().entrySet(),
                demand -> isDevice(demand.getKey())
                        && demands.attached().contains(demand.getKey())
                        && lacks(pod, demand)
                        && !(toBeAdded && requested(pod, demand) == 0),
                demand -> observe(pod, demand, context));
    }

    @Override
    public List<Mutation> repair(Pod pod, Context context) {
        if (!context.settings().pods().injectNodeNeeds()) {
            return List.of();
        }
        Map<String, Long> devices = NodeDemands.of(pod, context).devices();
        // The API server refuses a pod without containers, and says so better.
        if (devices.isEmpty() || !pod.placement().first().hasContainer()) {
            return List.of();
        }
        return devices.entrySet().stream()
                .filter(demand -> lacks(pod, demand) && requested(pod, demand) == 0)
                .<Mutation>map(demand -> addition(pod, demand.getKey(), demand.getValue()))
                .toList();
    }

    /// Whether a plugin gets one of it, and not only the scheduler a hint.
    private static boolean isDevice(String resource) {
        return !resource.startsWith(ClusterFacts.BRIDGE_RESOURCE);
    }

    private static boolean lacks(Pod pod, Map.Entry<String, Long> demand) {
        return requested(pod, demand) < demand.getValue();
    }

    private static long requested(Pod pod, Map.Entry<String, Long> demand) {
        return pod.placement().requested().getOrDefault(demand.getKey(), 0L);
    }

    private static Violation observe(Pod pod, Map.Entry<String, Long> demand, Context context) {
        long requested = requested(pod, demand);
        String remedy = "Write %s: \"%d\" in the requests and limits of a container"
                .formatted(Quoted.of(demand.getKey()), demand.getValue());
        return new Violation(
                PLACE,
                "the networks need %d of %s, and the containers request %d"
                        .formatted(demand.getValue(), Quoted.of(demand.getKey()), requested),
                requested == 0 ? NodeDemands.remedy(remedy, context) : remedy);
    }

    private static Addition addition(Pod pod, String resource, long count) {
        Resources resources = pod.placement().first();
        List<Member> members = new ArrayList<>();
        if (!resources.exists()) {
            members.add(Member.object(POINTER));
        }
        if (!resources.hasRequests()) {
            members.add(Member.object(POINTER + "/requests"));
        }
        if (!resources.hasLimits()) {
            members.add(Member.object(POINTER + "/limits"));
        }
        String key = "/" + resource.replace("/", "~1");
        members.add(new Member(POINTER + "/requests" + key, Long.toString(count)));
        members.add(new Member(POINTER + "/limits" + key, Long.toString(count)));
        return new Addition(
                POINTER,
                members,
                new Violation(
                        PLACE,
                        "%d of %s requested for the pod's networks".formatted(count, Quoted.of(resource)),
                        "Request it yourself to choose the container"));
    }
}
