package dev.multihoming.webhook.leader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.client.ApiPages;
import dev.multihoming.client.ClusterJson;
import dev.multihoming.client.ResourceLists;
import dev.multihoming.core.admission.AdmissionRequest.Resource;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.review.DefectTrace;
import dev.multihoming.webhook.audit.Audit;
import dev.multihoming.webhook.audit.AuditLoop;
import dev.multihoming.webhook.schedule.PeriodicTask;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Tells the audit in which namespaces something is to be found since it looked: by watches of
/// everything that it looks at, on the one replica that leads. Each object is judged as it
/// comes, and not kept.
final class ObjectWatches implements AutoCloseable {
    private static final ObjectMapper JSON = ClusterJson.mapper();
    private static final long TIME_BOX_NANOS = TimeUnit.SECONDS.toNanos(10);

    /// A CRD can be installed later.
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger(ObjectWatches.class);

    private final KubernetesClient client;
    private final ApiPages pages;
    private final Audit audit;
    private final AuditLoop loop;
    private final OpenWatches<ReviewedKind> open = new OpenWatches<>();
    private final PeriodicTask task = new PeriodicTask("audit-watches");

    ObjectWatches(KubernetesClient client, Audit audit, AuditLoop loop) {
        this.client = client;
        this.pages = new ApiPages(client);
        this.audit = audit;
        this.loop = loop;
    }

    /// Begins the audit as well, as soon as the watches are open: nothing happens between the
    /// two.
    synchronized void begin() {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        task.start(() -> round(isFirst.getAndSet(false)), Duration.ZERO, BETWEEN_ROUNDS);
    }

    synchronized void end() {
        task.stop();
        open.close();
    }

    @Override
    public void close() {
        end();
        task.close();
    }

    /// Opens what is not open.
    private void round(boolean isFirst) {
        boolean opened = false;
        for (ReviewedKind kind : Audit.KINDS) {
            opened |= !open.has(kind) && isOpened(kind);
        }
        began(isFirst, opened);
    }

    private synchronized void began(boolean isFirst, boolean opened) {
        if (task.isStarted() && isFirst) {
            loop.begin();
        } else if (opened) {
            // What happened before it was open is not known.
            loop.soon();
        }
    }

    private boolean isOpened(ReviewedKind kind) {
        try {
            Optional<ResourceLists.Position> now =
                    new ResourceLists(pages).position(kind.resource(), System.nanoTime() + TIME_BOX_NANOS);
            now.ifPresent(from -> open.open(kind, ended -> watch(kind, from, ended)));
            closeIfEnded();
            return now.isPresent();
        } catch (IOException | KubernetesClientException e) {
            LOG.debugf(e, "No watch of %s yet", kind.resource());
        } catch (RuntimeException e) {
            LOG.errorf(e, "The watch of %s failed; this is a defect of the webhook", kind.resource());
        }
        return false;
    }

    /// What was opened while the term ended.
    private synchronized void closeIfEnded() {
        if (!task.isStarted()) {
            open.close();
        }
    }

    private Watch watch(ReviewedKind kind, ResourceLists.Position from, Runnable ended) {
        Resource resource = kind.resource();
        int slash = from.apiVersion().indexOf('/');
        ResourceDefinitionContext context = new ResourceDefinitionContext.Builder()
                .withGroup(resource.group())
                .withVersion(from.apiVersion().substring(slash + 1))
                .withPlural(resource.plural())
                .withKind(kind.kind())
                .withNamespaced(true)
                .build();
        return client.genericKubernetesResources(context)
                .inAnyNamespace()
                .watch(
                        new ListOptionsBuilder()
                                .withResourceVersion(from.resourceVersion())
                                .withFieldSelector(kind.isPod() ? ResourceLists.PODS_NOT_OVER : null)
                                .build(),
                        new Judge(kind, ended));
    }

    /// One watch.
    private final class Judge implements Watcher<GenericKubernetesResource> {
        private final ReviewedKind kind;
        private final Runnable ended;

        Judge(ReviewedKind kind, Runnable ended) {
            this.kind = kind;
            this.ended = ended;
        }

        /// Whatever an object is like, the next one is heard of.
        @Override
        public void eventReceived(Action action, GenericKubernetesResource resource) {
            if (action == Action.BOOKMARK || action == Action.ERROR) {
                return;
            }
            ObjectMeta metadata = resource.getMetadata();
            if (kind.isPod() && !audit.mayConcern(metadata.getUid(), metadata.getAnnotations())) {
                return;
            }
            try {
                JsonNode object = JSON.valueToTree(resource);
                audit.changed(kind, object, action == Action.DELETED).ifPresent(loop::soon);
            } catch (RuntimeException | StackOverflowError e) {
                LOG.errorf(DefectTrace.of(e), "A changed object of the kind %s could not be judged", kind.kind());
            }
        }

        /// Others than this one begin again by themselves.
        @Override
        public void onClose(WatcherException cause) {
            LOG.debugf(cause, "The watch of %s ended and will begin again", kind.resource());
            ended.run();
        }
    }
}
