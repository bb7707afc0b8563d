package dev.multihoming.webhook.leader;

import dev.multihoming.client.ApiPages;
import dev.multihoming.client.ResourceLists;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.webhook.audit.Inventory;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// What is there, by the API server's lists.
final class ApiInventory implements Inventory {
    private static final long TIME_BOX_NANOS = TimeUnit.MINUTES.toNanos(30);

    private final ApiPages pages;

    ApiInventory(ApiPages pages) {
        this.pages = pages;
    }

    @Override
    public Coverage visit(ReviewedKind kind, String namespace, Visitor visitor) throws IOException {
        ResourceLists.Request all = ResourceLists.Request.of(kind, namespace);
        // Anew each time: a group can get another version between two audits.
        ResourceLists lists = new ResourceLists(pages, ResourceLists.LARGE_PAGE);
        return switch (lists.list(all, System.nanoTime() + TIME_BOX_NANOS, visitor::visit)) {
            case WHOLE -> Coverage.WHOLE;
            case NOT_INSTALLED -> Coverage.NOT_INSTALLED;
            case NOT_PERMITTED -> Coverage.NOT_PERMITTED;
        };
    }
}
