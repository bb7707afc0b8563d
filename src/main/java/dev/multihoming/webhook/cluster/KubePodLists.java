package dev.multihoming.webhook.cluster;

import dev.multihoming.client.ApiPages;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.NetworkUsers;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/// Lists pods page by page, their metadata only, for as long as a webhook can afford.
final class KubePodLists implements PodLists {
    /// Less than a review waits for lookups.
    static final Duration TIME_BOX = Duration.ofMillis(1_500);

    /// Some KiB each, as a rule, and a page is in memory at once. Where they are larger pages become smaller.
    private static final int PAGE = 250;

    /// A user who deletes networks by the hundred must not make us list pods by the hundred thousand.
    private static final int AT_ONCE = 2;

    private static final String NOT_OVER =
            URLEncoder.encode("status.phase!=Succeeded,status.phase!=Failed", StandardCharsets.UTF_8);
    private static final Logger LOG = Logger.getLogger(KubePodLists.class);

    private final ApiPages pages;
    private final Executor executor;
    private final Semaphore looks = new Semaphore(AT_ONCE);
    private final long timeBoxNanos;

    /// `executor` may block.
    ///
    /// @param timeBox of all pages: [#TIME_BOX] where a review waits for them
    KubePodLists(ApiPages pages, Executor executor, Duration timeBox) {
        this.timeBoxNanos = timeBox.toNanos();
        this.pages = pages;
        this.executor = executor;
    }

    @Override
    public CompletionStage<NetworkUsers> users(NadRef ref, boolean anywhere) {
        if (!KubernetesNames.couldExist(ref) || !looks.tryAcquire()) {
            return CompletableFuture.completedStage(NetworkUsers.UNKNOWN);
        }
        return CompletableFuture.supplyAsync(() -> look(ref, anywhere), executor)
                .whenComplete((_, _) -> looks.release());
    }

    private NetworkUsers look(NadRef ref, boolean anywhere) {
        UsersCount users = new UsersCount(ref);
        try {
            long end = System.nanoTime() + timeBoxNanos;
            if (isTerminating(ref.namespace(), end)) {
                return NetworkUsers.NONE;
            }
            pages.list(path(ref, anywhere), ApiPages.METADATA_ONLY, PAGE, end, users::add);
            return users.result(true);
        } catch (IOException | RuntimeException e) {
            LOG.debugf(e, "Looking for the pods that use NAD %s ended early", ref);
            return users.result(false);
        }
    }

    /// Its pods go with it, and nothing may hold it up.
    private boolean isTerminating(String namespace, long end) throws IOException {
        return pages.get("api/v1/namespaces/" + namespace, ApiPages.JSON, end)
                .at("/metadata/deletionTimestamp")
                .isTextual();
    }

    private static String path(NadRef ref, boolean anywhere) {
        return "api/v1/" + (anywhere ? "pods" : "namespaces/" + ref.namespace() + "/pods") + "?fieldSelector="
                + NOT_OVER;
    }
}
