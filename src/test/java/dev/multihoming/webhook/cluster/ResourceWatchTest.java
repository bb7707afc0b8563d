package dev.multihoming.webhook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.Eventually;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ConfigMapList;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher.Action;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.informers.impl.DefaultSharedIndexInformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/// The real informer, with an API server and threads that do what the test says.
class ResourceWatchTest {
    private final FakeLists lists = new FakeLists();
    private final Events events = new Events();
    private final ResourceIndex<ConfigMap, String> known = new ResourceIndex<>("thing", this::read, () -> {});
    private final List<DefaultSharedIndexInformer<ConfigMap, ConfigMapList>> informers = new ArrayList<>();
    private final ResourceWatch<ConfigMap> watch = new ResourceWatch<>(
            () -> {
                informers.add(new DefaultSharedIndexInformer<>(ConfigMap.class, lists, 0, events));
                return informers.getLast();
            },
            known);

    private Runnable duringTheFirstRead = () -> {};

    @Test
    void whatIsThereIsKnownBeforeItIsReady() {
        lists.hold(thing("a", 1, "first"), thing("b", 2, "second"));
        watch.crdInstalled();

        assertThat(watch.isReady()).isTrue();
        assertThat(known.values()).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void whatIsDeletedWhileTheFirstListIsReadIsGone() {
        lists.hold(thing("a", 1, "deleted"));
        meanwhile(() -> lists.happens(Action.DELETED, thing("a", 2, "deleted")));

        assertThat(known.values()).isEmpty();
    }

    @Test
    void whatChangesWhileTheFirstListIsReadIsAsItIsNow() {
        lists.hold(thing("a", 1, "old"));
        meanwhile(() -> lists.happens(Action.MODIFIED, thing("a", 2, "new")));

        assertThat(known.values()).containsExactly("new");
    }

    @Test
    void eventsOlderThanTheFirstListAreNotHeard() {
        lists.hold(thing("a", 1, "old"), thing("b", 1, "deleted"));
        lists.afterTheList(() -> {
            lists.happens(Action.MODIFIED, thing("a", 2, "new"));
            lists.happens(Action.DELETED, thing("b", 3, "deleted"));
        });
        watch.crdInstalled();
        assertThat(known.values()).containsExactly("new");
        while (events.runNext()) {
            assertThat(known.values()).containsExactly("new");
        }
    }

    @Test
    void whatFollowsTheFirstListIsHeard() {
        lists.hold(thing("a", 1, "old"), thing("b", 1, "deleted"));
        watch.crdInstalled();
        lists.happens(Action.MODIFIED, thing("a", 2, "new"));
        lists.happens(Action.DELETED, thing("b", 3, "deleted"));
        lists.happens(Action.ADDED, thing("c", 4, "added"));
        events.runAll();

        assertThat(known.values()).containsExactlyInAnyOrder("new", "added");
    }

    /// After an etcd that was restored from a backup all versions are lower.
    @Test
    void aLaterListCountsWhateverItsVersions() {
        lists.hold(thing("a", 7, "of today"), thing("b", 8, "of today"));
        watch.crdInstalled();
        lists.hold(thing("a", 5, "of yesterday"));
        lists.expire(new WatcherException(
                "expired",
                new KubernetesClientException(new StatusBuilder().withCode(410).build())));
        Eventually.holds("the list to be read again", () -> {
            events.runAll();
            return known.values().stream().toList().equals(List.of("of yesterday"));
        });
    }

    @Test
    void withoutTheCrdNothingIsKnownAndWhatWasOnItsWayIsNotHeard() {
        lists.hold(thing("a", 1, "old"));
        watch.crdInstalled();
        lists.happens(Action.ADDED, thing("b", 2, "late"));
        watch.crdMissing();
        events.runAll();

        assertThat(known.values()).isEmpty();
        assertThat(watch.isReady()).isTrue();
        lists.hold(thing("c", 3, "new"));
        watch.crdInstalled();
        assertThat(known.values()).containsExactly("new");
    }

    @Test
    void aListThatIsCompleteWhenTheCrdIsGoneIsNotHeard() {
        lists.hold(thing("a", 1, "old"));
        lists.afterTheList(watch::crdMissing);
        watch.crdInstalled();
        events.runAll();

        assertThat(known.values()).isEmpty();
    }

    /// `change` is told by another thread while the first list is read, and before if it can be.
    private void meanwhile(Runnable change) {
        Thread other = Thread.ofPlatform().unstarted(() -> {
            change.run();
            events.runAll();
        });
        duringTheFirstRead = () -> {
            other.start();
            Eventually.holds("the other thread to be done, or to wait for the first read", () -> hasStopped(other));
        };
        watch.crdInstalled();
        Eventually.holds("the other thread to end", () -> !other.isAlive());
        events.runAll();
    }

    private static boolean hasStopped(Thread thread) {
        return switch (thread.getState()) {
            case BLOCKED, WAITING, TERMINATED -> true;
            case NEW, RUNNABLE, TIMED_WAITING -> false;
        };
    }

    private String read(ConfigMap thing) {
        Runnable first = duringTheFirstRead;
        duringTheFirstRead = () -> {};
        first.run();
        return thing.getData().getOrDefault("text", "");
    }

    private static ConfigMap thing(String name, int version, String text) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withResourceVersion(Integer.toString(version))
                .endMetadata()
                .withData(Map.of("text", text))
                .build();
    }

    /// Runs what it is given when it is told.
    private static final class Events implements Executor {
        private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

        @Override
        public void execute(Runnable event) {
            waiting.add(event);
        }

        boolean runNext() {
            Runnable next = waiting.poll();
            if (next != null) {
                next.run();
            }
            return next != null;
        }

        void runAll() {
            while (runNext()) {
                // Each may bring another.
            }
        }
    }
}
