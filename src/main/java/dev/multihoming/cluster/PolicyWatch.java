package dev.multihoming.cluster;

import dev.multihoming.api.MultiHomingPolicy;
import dev.multihoming.policy.EffectivePolicy;
import dev.multihoming.policy.Governor;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The policies of the cluster, as long as their CRD is installed; else the built-in one governs everything.
/// What was known stays in force while the API server cannot be reached.
@ApplicationScoped
class PolicyWatch implements Governor, CrdUser {
    static final String CRD = "multihomingpolicies.multihoming.dev";

    private static final Logger LOG = Logger.getLogger(PolicyWatch.class);

    private final KubernetesClient client;
    private final PolicyBook book;
    private @Nullable Informers informers;
    private volatile boolean ready;

    @Inject
    PolicyWatch(KubernetesClient client, EffectivePolicy builtIn, MeterRegistry meters) {
        this.client = client;
        this.book = new PolicyBook(builtIn);
        Gauge.builder("multihoming.policies", book, PolicyBook::size)
                .description("MultiHomingPolicies that are known")
                .register(meters);
        Gauge.builder("multihoming.policies.version", book, PolicyBook::version)
                .description("The highest resourceVersion of the MultiHomingPolicies in force")
                .register(meters);
    }

    private record Informers(
            SharedIndexInformer<MultiHomingPolicy> policies, SharedIndexInformer<Namespace> namespaces) {
        List<SharedIndexInformer<?>> all() {
            return List.of(namespaces, policies);
        }
    }

    @Override
    public EffectivePolicy governing(String namespace) {
        return book.governing(namespace);
    }

    /// True from the first complete list of policies, or the first word that there are none; it stays true.
    boolean isReady() {
        return ready;
    }

    int size() {
        return book.size();
    }

    @Override
    public synchronized void crdInstalled() {
        if (informers != null) {
            return;
        }
        Informers started = new Informers(
                client.resources(MultiHomingPolicy.class)
                        .runnableInformer(0)
                        .exceptionHandler((_, _) -> true)
                        .addEventHandler(new PolicyEvents(book)),
                client.namespaces()
                        .runnableInformer(0)
                        .exceptionHandler((_, _) -> true)
                        .addEventHandler(new NamespaceEvents(book)));
        informers = started;
        // Namespaces first: a policy for labels must not pass over a namespace for the moment.
        var _ = started.namespaces()
                .start()
                .thenCompose(_ -> started.policies().start())
                .thenRun(() -> {
                    book.listed(started.policies().getStore().list());
                    ready = true;
                    LOG.infof("Policies known: %d", book.size());
                });
    }

    @Override
    public synchronized void crdMissing() {
        end();
        book.listed(List.of());
        ready = true;
    }

    @Override
    public synchronized void stop() {
        end();
    }

    private void end() {
        if (informers != null) {
            informers.all().forEach(SharedIndexInformer::stop);
            informers = null;
        }
    }
}
