package dev.multihoming.webhook.cluster;

import dev.multihoming.client.ApiPages;
import dev.multihoming.core.review.ClusterFacts;
import dev.multihoming.webhook.schedule.PeriodicTask;
import dev.multihoming.webhook.settings.Configuration;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/// Looks at nodes and NetworkPolicies every now and then, in the background. Informers would keep every node in memory
/// and hear of each one's heartbeats, for a few names that change once in a month.
@ApplicationScoped
class FactsWatch {
    private final ApiPages pages;
    private final Duration interval;
    private final PeriodicTask task = new PeriodicTask("cluster-facts");
    private volatile ClusterFacts last = ClusterFacts.NONE;
    private volatile boolean hasLooked;

    @Inject
    FactsWatch(KubernetesClient client, Configuration configuration) {
        this(client, configuration.clusterFactsInterval());
    }

    FactsWatch(KubernetesClient client, Duration interval) {
        this.pages = new ApiPages(client);
        this.interval = interval;
    }

    void start(@Observes ClusterStart event) {
        if (interval.isPositive()) {
            task.start(this::look, ClusterStart.REST_AFTER, interval);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        task.close();
    }

    /// As of the last look; nothing before the first.
    ClusterFacts last() {
        return last;
    }

    boolean hasLooked() {
        return hasLooked;
    }

    private void look() {
        last = new FactsLook(pages, last).facts();
        hasLooked = true;
    }
}
