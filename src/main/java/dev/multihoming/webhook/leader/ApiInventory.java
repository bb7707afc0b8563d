package dev.multihoming.webhook.leader;

import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.webhook.audit.Inventory;
import dev.multihoming.webhook.cluster.ApiPages;
import dev.multihoming.webhook.cluster.ApiStatusException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.concurrent.TimeUnit;

/// What is there, by the API server's lists.
final class ApiInventory implements Inventory {
    /// Some KiB each, as a rule, and a page is in memory at once. Where they are larger pages become smaller.
    private static final int PAGE = 250;

    private static final long TIME_BOX_NANOS = TimeUnit.MINUTES.toNanos(30);

    /// Pods that are over have no interfaces any more.
    private static final String NOT_OVER = "?fieldSelector=status.phase%21%3DSucceeded%2Cstatus.phase%21%3DFailed";

    private final ApiPages pages;

    ApiInventory(ApiPages pages) {
        this.pages = pages;
    }

    @Override
    public Coverage visit(ReviewedKind kind, Visitor visitor) throws IOException {
        long end = System.nanoTime() + TIME_BOX_NANOS;
        try {
            String apiVersion = apiVersion(kind.resource().group(), end);
            String path = (apiVersion.equals("v1") ? "api/" : "apis/") + apiVersion + "/" + kind.resource();
            pages.list(
                    kind.isPod() ? path + NOT_OVER : path,
                    ApiPages.JSON,
                    PAGE,
                    end,
                    object -> visitor.visit(apiVersion, object));
            return Coverage.WHOLE;
        } catch (ApiStatusException e) {
            return switch (e.code()) {
                case HttpURLConnection.HTTP_NOT_FOUND -> Coverage.NOT_INSTALLED;
                case HttpURLConnection.HTTP_FORBIDDEN -> Coverage.NOT_PERMITTED;
                default -> throw e;
            };
        }
    }

    private String apiVersion(String group, long end) throws IOException {
        return group.isEmpty()
                ? "v1"
                : pages.get("apis/" + group, ApiPages.JSON, end)
                        .at("/preferredVersion/groupVersion")
                        .asText();
    }
}
