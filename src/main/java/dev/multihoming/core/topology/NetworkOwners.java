package dev.multihoming.core.topology;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.topology.NetworkUser.Role;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Who uses one network: pods, by the object that makes them again, such as the Deployment behind their ReplicaSet.
public final class NetworkOwners {
    private static final Comparator<ObjectRef> ORDER = Comparator.comparing(ObjectRef::namespace)
            .thenComparing(ObjectRef::kind)
            .thenComparing(ObjectRef::name);

    private final NadRef network;
    private final Map<ObjectRef, Integer> pods = new HashMap<>();
    private final OwnerChains chains = new OwnerChains();

    public NetworkOwners(NadRef network) {
        this.network = network;
    }

    /// What makes pods again, or a pod that nothing makes again.
    ///
    /// @param pods that it has now
    public record Owner(ObjectRef object, int pods) {
        /// Whether it is a pod that nothing makes again.
        public boolean isBarePod() {
            return object.kind().equals("Pod");
        }
    }

    /// Another object; one that does not select the network is passed over.
    public void add(NetworkUser user) {
        if (!user.networks().contains(network)) {
            return;
        }
        if (user.role() == Role.POD) {
            pods.merge(user.controller().orElse(user.object()), 1, Integer::sum);
        } else {
            pods.putIfAbsent(user.object(), 0);
            user.controller().ifPresent(controller -> chains.add(user.object(), controller));
        }
    }

    /// In order of their names.
    public List<Owner> all() {
        Map<ObjectRef, Integer> owners = new TreeMap<>(ORDER);
        pods.forEach((object, count) -> owners.merge(chains.top(object), count, Integer::sum));
        return owners.entrySet().stream()
                .map(owner -> new Owner(owner.getKey(), owner.getValue()))
                .toList();
    }
}
