package dev.multihoming.webhook.leader;

import dev.multihoming.core.api.ExemptionStatus;
import dev.multihoming.core.api.Exemptions;
import dev.multihoming.core.api.MultiHomingExemption;
import dev.multihoming.core.api.MultiHomingPolicy;
import dev.multihoming.core.api.Policies;
import dev.multihoming.core.api.PolicyStatus;
import dev.multihoming.core.policy.Exemption;
import dev.multihoming.core.policy.PolicyFault;
import dev.multihoming.core.policy.PolicyScope;
import dev.multihoming.webhook.cluster.PolicyWatch;
import dev.multihoming.webhook.schedule.PeriodicTask;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Writes what became of policies and exemptions into their status, where it differs from what is there, and announces
/// the turns it takes. Looks every two seconds: time alone ends exemptions.
@ApplicationScoped
class StatusDuty implements LeaderTask {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final PatchContext APPLY = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager("multihoming-webhook")
            .withForce(true)
            .build();
    private static final Logger LOG = Logger.getLogger(StatusDuty.class);

    private final KubernetesClient client;
    private final Clock clock;
    private final PolicyWatch policies;
    private final Announcements events;
    private final PeriodicTask task = new PeriodicTask("status");

    StatusDuty(KubernetesClient client, PolicyWatch policies, Clock clock) {
        this.clock = clock;
        this.client = client;
        this.policies = policies;
        this.events = new Announcements(client);
    }

    @Override
    public void begin() {
        task.start(this::look, Duration.ZERO, BETWEEN_LOOKS);
    }

    @Override
    public void end() {
        task.stop();
    }

    void stop(@Observes ShutdownEvent event) {
        task.close();
    }

    private void look() {
        Instant now = clock.instant();
        Map<String, PolicyScope> scopes = policies.scopes();
        policies.storedPolicies().forEach(policy -> attempt(() -> policy(policy, scopes, now)));
        policies.storedExemptions().forEach(exemption -> attempt(() -> exemption(exemption, now)));
    }

    /// One that cannot be written keeps no other from being written.
    private static void attempt(Runnable write) {
        try {
            write.run();
        } catch (KubernetesClientException e) {
            LOG.debugf(e, "A status could not be written and will be tried again");
        }
    }

    private void policy(MultiHomingPolicy policy, Map<String, PolicyScope> scopes, Instant now) {
        String name = policy.getMetadata().getName();
        if (!scopes.containsKey(name) && isReadable(policy)) {
            // The store is ahead of what follows its events; the next look finds it.
            return;
        }
        Optional<PolicyFault> fault = policies.fault(name);
        PolicyStatus status = PolicyStatuses.of(policy, scopes.get(name), fault, now);
        if (status.equals(policy.getStatus())) {
            return;
        }
        Optional<Condition> before = Optional.ofNullable(policy.getStatus())
                .flatMap(it -> Conditions.find(it.conditions(), PolicyStatuses.IN_FORCE));
        write(new MultiHomingPolicy(), policy, status);
        Conditions.find(status.conditions(), PolicyStatuses.IN_FORCE)
                .filter(after -> before.stream().noneMatch(it -> it.getReason().equals(after.getReason())))
                .ifPresent(after -> events.announce(policy, fault.isPresent(), after.getReason(), after.getMessage()));
    }

    private static boolean isReadable(MultiHomingPolicy policy) {
        try {
            Policies.of(policy);
            return true;
        } catch (RuntimeException _) {
            // The watch has said so.
            return false;
        }
    }

    private void exemption(MultiHomingExemption resource, Instant now) {
        Exemption exemption;
        try {
            exemption = Exemptions.of(resource);
        } catch (IllegalArgumentException _) {
            // The watch has said so.
            return;
        }
        Instant end = Instant.ofEpochSecond(policies.end(exemption));
        ExemptionStatus status = ExemptionStatuses.of(resource, exemption, end, now);
        if (status.equals(resource.getStatus())) {
            return;
        }
        String before = resource.getStatus() == null
                ? ""
                : Objects.requireNonNullElse(resource.getStatus().state(), "");
        String after = Objects.requireNonNullElse(status.state(), "");
        write(new MultiHomingExemption(), resource, status);
        if (!after.equals(before)) {
            boolean warning = !after.equals(ExemptionStatuses.ACTIVE);
            events.announce(resource, warning, after, "It ends at " + status.ends() + ".");
        }
    }

    /// Its status alone: of all other fields the API server takes no notice here.
    private <S, T extends CustomResource<?, S>> void write(T carrier, T to, S status) {
        carrier.setMetadata(
                new ObjectMetaBuilder().withName(to.getMetadata().getName()).build());
        carrier.setSpec(null);
        carrier.setStatus(status);
        client.resource(carrier).subresource("status").patch(APPLY);
    }
}
