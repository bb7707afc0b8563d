package dev.multihoming.webhook.cluster;

import dev.multihoming.core.api.MultiHomingExemption;
import dev.multihoming.core.api.MultiHomingPolicy;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.policy.Exemption;
import dev.multihoming.core.policy.Policy;
import dev.multihoming.core.policy.PolicyFault;
import dev.multihoming.core.policy.PolicyResolver;
import dev.multihoming.core.policy.PolicyScope;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongToDoubleFunction;

/// Policies and exemptions, as long as their CRDs are installed, and the labels of namespaces; without policies the
/// built-in one governs everything. What was known stays in force while the API server cannot be reached.
@ApplicationScoped
public class PolicyWatch implements PolicyResolver, KnownLabels {
    /// Time enough to renew it or to mend what it covers.
    public static final long SOON_SECONDS = TimeUnit.DAYS.toSeconds(7);

    static final String POLICIES = "multihomingpolicies.multihoming.dev";
    static final String EXEMPTIONS = "multihomingexemptions.multihoming.dev";

    /// Bounds what is in memory at once while namespaces of some hundred KiB are listed.
    private static final long PAGE = 50;

    private final Clock clock;
    private final PolicyBook book;
    private final ResourceWatch<MultiHomingPolicy> policies;
    private final ResourceWatch<MultiHomingExemption> exemptions;
    private final SharedIndexInformer<Namespace> namespaces;
    private volatile boolean namespacesKnown;

    @Inject
    PolicyWatch(KubernetesClient client, EffectivePolicy builtIn, MeterRegistry meters, Clock clock) {
        this.book = new PolicyBook(builtIn);
        this.policies = new ResourceWatch<>(
                () -> client.resources(MultiHomingPolicy.class).runnableInformer(0), book.policies());
        this.exemptions = new ResourceWatch<>(
                () -> client.resources(MultiHomingExemption.class).runnableInformer(0), book.exemptions());
        this.namespaces = client.namespaces()
                .withLimit(PAGE)
                .runnableInformer(0)
                .itemStore(book.namespaces())
                .removeNamespaceIndex()
                .exceptionHandler((_, _) -> true);
        this.clock = clock;
        measure(meters);
    }

    private void measure(MeterRegistry meters) {
        Gauge.builder("multihoming.policies", book.policies(), ResourceIndex::size)
                .description("MultiHomingPolicies in the cache")
                .register(meters);
        Gauge.builder("multihoming.policies.unresolved", book, PolicyBook::unresolved)
                .description(
                        "MultiHomingPolicies that extend a missing policy or themselves; strict applies in its place")
                .register(meters);
        Gauge.builder("multihoming.policies.version", book, PolicyBook::version)
                .description("The highest resourceVersion of the policies and exemptions in force")
                .register(meters);
        exemptions(meters, "active", now -> book.ending(now + SOON_SECONDS, Long.MAX_VALUE));
        exemptions(meters, "ending", now -> book.ending(now, now + SOON_SECONDS));
        exemptions(meters, "ended", now -> book.ending(Long.MIN_VALUE, now));
    }

    private void exemptions(MeterRegistry meters, String state, LongToDoubleFunction count) {
        Gauge.builder(
                        "multihoming.exemptions",
                        this,
                        _ -> count.applyAsDouble(clock.instant().getEpochSecond()))
                .description(
                        "MultiHomingExemptions: active, ending within seven days, and ended, which cover nothing any more")
                .tag("state", state)
                .register(meters);
    }

    void start(@Observes @Priority(ClusterStart.NEEDED_BY_REVIEWS) ClusterStart event) {
        var _ = namespaces.start().thenRun(() -> namespacesKnown = true);
    }

    void stop(@Observes ShutdownEvent event) {
        namespaces.stop();
    }

    @Override
    public EffectivePolicy governing(String namespace) {
        return book.governing(namespace);
    }

    @Override
    public Optional<PolicyFault> fault(Policy candidate) {
        return book.fault(candidate);
    }

    @Override
    public List<String> dependents(String policy) {
        return book.dependents(policy);
    }

    @Override
    public NavigableSet<String> enforcedAnew(Policy candidate) {
        return book.enforcedAnew(candidate);
    }

    /// For the watch of their CRDs.
    CrdUser policies() {
        return policies;
    }

    CrdUser exemptions() {
        return exemptions;
    }

    /// The policies as they are stored.
    public List<MultiHomingPolicy> storedPolicies() {
        return policies.all();
    }

    /// The exemptions as they are stored.
    public List<MultiHomingExemption> storedExemptions() {
        return exemptions.all();
    }

    /// Of every policy that can be read, by name.
    public Map<String, PolicyScope> scopes() {
        return book.scopes();
    }

    /// Why that policy is not in force; empty where it is.
    public Optional<PolicyFault> fault(String policy) {
        return book.fault(policy);
    }

    /// When an exemption ends in the last of its namespaces, in seconds since the epoch.
    public long end(Exemption exemption) {
        return book.end(exemption);
    }

    /// `listener` learns that policies or exemptions are others from now on; it must not wait.
    public void onChange(Runnable listener) {
        book.onChange(listener);
    }

    /// Whether changes of all that decides who governs what arrive.
    boolean isCurrent() {
        return isReady() && policies.isCurrent() && exemptions.isCurrent() && namespaces.isWatching();
    }

    int known() {
        return book.policies().size();
    }

    /// True from the moment when all is known that decides who governs what; it stays true.
    public boolean isReady() {
        return namespacesKnown && policies.isReady() && exemptions.isReady();
    }

    @Override
    public Optional<Map<String, String>> labels(String namespace) {
        return book.labels(namespace);
    }
}
