package dev.multihoming.webhook.cluster;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Fired once, when the server starts: whoever reads or writes the cluster begins now. Those that reviews wait for
/// come first, by [#NEEDED_BY_REVIEWS].
///
/// It is fired on a thread of its own. To make the Kubernetes client takes as long as to make the server, and neither
/// needs the other before the first review.
public final class ClusterStart {
    /// A priority of an observer, before those that have none.
    static final int NEEDED_BY_REVIEWS = 1;

    /// After so long begins what no review waits for.
    static final Duration REST_AFTER = Duration.ofSeconds(1);

    ClusterStart() {}

    @Singleton
    static final class Starter {
        private static final Logger LOG = Logger.getLogger(ClusterStart.class);

        private final Event<ClusterStart> event;

        Starter(Event<ClusterStart> event) {
            this.event = event;
        }

        /// What fails here would fail at every other try: a kubeconfig that cannot be read, or the like. Nobody is
        /// left with a server that waits for a cluster which nothing reads.
        void start(@Observes StartupEvent started) {
            Thread.ofPlatform()
                    .name("cluster-start")
                    .uncaughtExceptionHandler((_, failure) -> end(failure))
                    .start(() -> event.fire(new ClusterStart()));
        }

        private static void end(Throwable failure) {
            LOG.fatal("The cluster cannot be read; the webhook ends", failure);
            Quarkus.asyncExit(1);
        }
    }
}
