package dev.multihoming.webhook.leader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.webhook.audit.Inventory;
import dev.multihoming.client.ApiPages;
import dev.multihoming.client.ApiStatusException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.LinkedHashSet;
import java.util.Set;
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
            for (String apiVersion : apiVersions(kind.resource().group(), end)) {
                if (isListed(kind, apiVersion, visitor, end)) {
                    return Coverage.WHOLE;
                }
            }
            return Coverage.NOT_INSTALLED;
        } catch (ApiStatusException e) {
            return switch (e.code()) {
                case HttpURLConnection.HTTP_NOT_FOUND -> Coverage.NOT_INSTALLED;
                case HttpURLConnection.HTTP_FORBIDDEN -> Coverage.NOT_PERMITTED;
                default -> throw e;
            };
        }
    }

    /// Whether that version of the group has the kind.
    private boolean isListed(ReviewedKind kind, String apiVersion, Visitor visitor, long end) throws IOException {
        String path = (apiVersion.equals("v1") ? "api/" : "apis/") + apiVersion + "/" + kind.resource();
        try {
            pages.list(
                    kind.isPod() ? path + NOT_OVER : path,
                    ApiPages.JSON,
                    PAGE,
                    end,
                    object -> visitor.visit(apiVersion, object));
            return true;
        } catch (ApiStatusException e) {
            if (e.code() == HttpURLConnection.HTTP_NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    /// Those that the group has, the preferred one first: kinds of one group need not have one version in common, as
    /// NADs and MultiNetworkPolicies.
    private Set<String> apiVersions(String group, long end) throws IOException {
        if (group.isEmpty()) {
            return Set.of("v1");
        }
        JsonNode about = pages.get("apis/" + group, ApiPages.JSON, end);
        Set<String> versions = new LinkedHashSet<>();
        versions.add(about.at("/preferredVersion/groupVersion").asText());
        about.path("versions")
                .forEach(version -> versions.add(version.path("groupVersion").asText()));
        return versions;
    }
}
