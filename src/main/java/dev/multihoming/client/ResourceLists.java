package dev.multihoming.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.admission.AdmissionRequest.Resource;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.multus.NadName;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lists all objects of a resource, in whichever version the API server has it, one object in memory at a time.
public final class ResourceLists {
    /// Objects of a page, which is in memory at once. They have some KiB, as a rule; where they are large, pages become
    /// smaller. Commands need least memory with this one.
    private static final int PAGE = 250;

    /// For lists that are asked for again and again. For each page the API server walks over all that is left (1.37,
    /// `OrderedListPrefix`), so small pages cost it the square of the list.
    public static final int LARGE_PAGE = 1_000;

    /// Pods that are over have no interfaces any more.
    public static final String PODS_NOT_OVER = "status.phase!=Succeeded,status.phase!=Failed";

    private static final String NOT_OVER =
            "?fieldSelector=" + PODS_NOT_OVER.replace("!=", "%21%3D").replace(",", "%2C");

    private final ApiPages pages;
    private final int page;
    private final Map<String, Set<String>> versions = new HashMap<>();

    public ResourceLists(ApiPages pages) {
        this(pages, PAGE);
    }

    /// With so many objects on a page.
    public ResourceLists(ApiPages pages, int page) {
        this.pages = pages;
        this.page = page;
    }

    /// How much of a resource could be seen.
    public enum Coverage {
        WHOLE,
        /// There can be none.
        NOT_INSTALLED,
        /// RBAC keeps it from us.
        NOT_PERMITTED
    }

    /// Sees one object at a time.
    @FunctionalInterface
    public interface Visitor {
        /// `apiVersion` is not in the objects of every list.
        void visit(String apiVersion, JsonNode object);
    }

    /// What is asked for.
    ///
    /// @param namespace that the objects are in; empty for those of all
    /// @param query with a `?` at its start, or empty
    /// @param accept [ApiPages#JSON] or [ApiPages#METADATA_ONLY]
    public record Request(Resource resource, String namespace, String query, String accept) {
        /// Whole objects of that kind; of pods those that are not over.
        ///
        /// @param namespace that they are in; empty for those of all
        public static Request of(ReviewedKind kind, String namespace) {
            return new Request(kind.resource(), namespace, kind.isPod() ? NOT_OVER : "", ApiPages.JSON);
        }

        /// What tells which networks objects of that kind use: of pods, the most by far, their metadata.
        ///
        /// @param namespace that they are in; empty for those of all
        public static Request ofUsers(ReviewedKind kind, String namespace) {
            Request whole = of(kind, namespace);
            return kind.isPod() ? new Request(whole.resource, namespace, whole.query, ApiPages.METADATA_ONLY) : whole;
        }
    }

    /// Where a watch of all objects of a resource begins.
    public record Position(String apiVersion, String resourceVersion) {}

    /// The present; empty where there can be no such objects, or RBAC keeps them from us.
    public Optional<Position> position(Resource resource, long end) throws IOException {
        try {
            for (String apiVersion : apiVersions(resource.group(), end)) {
                Optional<Position> found = position(apiVersion, resource, end);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        } catch (ApiStatusException e) {
            return switch (e.code()) {
                case HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_FORBIDDEN -> Optional.empty();
                default -> throw e;
            };
        }
    }

    private Optional<Position> position(String apiVersion, Resource resource, long end) throws IOException {
        try {
            JsonNode list = pages.get(root(apiVersion) + "/" + resource + "?limit=1", ApiPages.METADATA_ONLY, end);
            return Optional.of(new Position(
                    apiVersion, list.at("/metadata/resourceVersion").asText()));
        } catch (ApiStatusException e) {
            if (e.code() == HttpURLConnection.HTTP_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static String root(String apiVersion) {
        return (apiVersion.equals("v1") ? "api/" : "apis/") + apiVersion;
    }

    /// Visits every object, as long as there is time.
    ///
    /// @param end of [System#nanoTime]
    /// @throws IOException when it ends before all was seen
    public Coverage list(Request request, long end, Visitor visitor) throws IOException {
        if (!request.namespace().isEmpty() && !NadName.isNamespace(request.namespace())) {
            // None can have that name, and it must not become a part of the path.
            return Coverage.WHOLE;
        }
        try {
            for (String apiVersion : apiVersions(request.resource().group(), end)) {
                if (isListed(request, apiVersion, end, visitor)) {
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

    /// Whether that version of the group has the resource.
    private boolean isListed(Request request, String apiVersion, long end, Visitor visitor) throws IOException {
        String path = root(apiVersion) + "/"
                + (request.namespace().isEmpty() ? "" : "namespaces/" + request.namespace() + "/")
                + request.resource() + request.query();
        try {
            pages.list(path, request.accept(), page, end, object -> visitor.visit(apiVersion, object));
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
        Set<String> known = versions.get(group);
        if (known == null) {
            known = asked(group, end);
            versions.put(group, known);
        }
        return known;
    }

    private Set<String> asked(String group, long end) throws IOException {
        JsonNode about = pages.get("apis/" + group, ApiPages.JSON, end);
        Set<String> found = new LinkedHashSet<>();
        found.add(about.at("/preferredVersion/groupVersion").asText());
        about.path("versions")
                .forEach(version -> found.add(version.path("groupVersion").asText()));
        return found;
    }
}
