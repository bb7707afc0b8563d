package dev.multihoming.webhook.leader;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/// Events about policies and exemptions, and about nothing else: of every pod that is denied its author hears.
final class Announcements {
    private static final Logger LOG = Logger.getLogger(Announcements.class);

    /// Where the events of objects without a namespace go.
    private static final String NAMESPACE = "default";

    private static final String COMPONENT = "multihoming-webhook";

    private final KubernetesClient client;

    Announcements(KubernetesClient client) {
        this.client = client;
    }

    /// Events are for reading: where one cannot be written, nothing else is held up.
    void announce(HasMetadata about, boolean warning, String reason, String message) {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        try {
            client.v1()
                    .events()
                    .inNamespace(NAMESPACE)
                    .resource(new EventBuilder()
                            .withNewMetadata()
                            .withGenerateName(about.getMetadata().getName() + ".")
                            .withNamespace(NAMESPACE)
                            .endMetadata()
                            .withNewInvolvedObject()
                            .withApiVersion(about.getApiVersion())
                            .withKind(about.getKind())
                            .withName(about.getMetadata().getName())
                            .withUid(about.getMetadata().getUid())
                            .endInvolvedObject()
                            .withType(warning ? "Warning" : "Normal")
                            .withReason(reason)
                            .withMessage(message)
                            .withFirstTimestamp(now)
                            .withLastTimestamp(now)
                            .withCount(1)
                            .withNewSource()
                            .withComponent(COMPONENT)
                            .endSource()
                            .build())
                    .create();
        } catch (KubernetesClientException e) {
            LOG.debugf(
                    e,
                    "The event %s of %s could not be written",
                    reason,
                    about.getMetadata().getName());
        }
    }
}
