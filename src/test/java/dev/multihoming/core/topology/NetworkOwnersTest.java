package dev.multihoming.core.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.topology.NetworkUser.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NetworkOwnersTest {
    private static final NadRef NETWORK = new NadRef("a", "net");

    private final NetworkOwners owners = new NetworkOwners(NETWORK);

    private static ObjectRef ref(String kind, String name) {
        return new ObjectRef(kind, "a", name);
    }

    private static NetworkUser user(Role role, ObjectRef object, @Nullable ObjectRef controller) {
        return new NetworkUser(role, object, Optional.ofNullable(controller), Set.of(NETWORK));
    }

    @Test
    void podsAreGroupedByWhatMakesThemAgain() {
        owners.add(user(Role.POD, ref("Pod", "web-1-x"), ref("ReplicaSet", "web-1")));
        owners.add(user(Role.POD, ref("Pod", "web-1-y"), ref("ReplicaSet", "web-1")));
        owners.add(user(Role.POD, ref("Pod", "debug"), null));
        owners.add(user(Role.WORKLOAD, ref("ReplicaSet", "web-1"), ref("Deployment", "web")));
        owners.add(user(Role.WORKLOAD, ref("Deployment", "web"), null));
        owners.add(user(Role.MACHINE, ref("VirtualMachine", "desktop"), null));
        owners.add(new NetworkUser(Role.POD, ref("Pod", "other"), Optional.empty(), Set.of(new NadRef("b", "net"))));

        assertThat(owners.all())
                .containsExactly(
                        new NetworkOwners.Owner(ref("Deployment", "web"), 2),
                        new NetworkOwners.Owner(ref("Pod", "debug"), 1),
                        new NetworkOwners.Owner(ref("VirtualMachine", "desktop"), 0));
    }

    @Test
    void ownersInACircleEnd() {
        owners.add(user(Role.WORKLOAD, ref("ReplicaSet", "x"), ref("ReplicaSet", "y")));
        owners.add(user(Role.WORKLOAD, ref("ReplicaSet", "y"), ref("ReplicaSet", "x")));

        assertThat(owners.all()).isNotEmpty();
    }

    @Test
    void onlyNetworksThatExistAreCounted() {
        NetworkUsage usage = new NetworkUsage(List.of(NETWORK));
        usage.add(new NetworkUser(
                Role.POD, ref("Pod", "x"), Optional.empty(), Set.of(NETWORK, new NadRef("a", "missing"))));
        usage.add(user(Role.WORKLOAD, ref("ReplicaSet", "x"), ref("Deployment", "x")));

        assertThat(usage.count(NETWORK, Role.POD)).isOne();
        assertThat(usage.count(NETWORK, Role.WORKLOAD)).isZero();
        assertThat(usage.count(new NadRef("a", "missing"), Role.POD)).isZero();
        assertThat(usage.isUnused(NETWORK)).isFalse();
    }
}
