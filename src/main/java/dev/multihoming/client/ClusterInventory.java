package dev.multihoming.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.admission.AdmissionRequest.Resource;
import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.GroupVersionForDiscovery;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.net.HttpURLConnection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// All objects of a kind, page by page: one page is in memory at a time.
public final class ClusterInventory {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final long PAGE = 250;

    /// Pods that are over have no interfaces any more.
    private static final String NOT_OVER = "status.phase!=Succeeded,status.phase!=Failed";

    private final KubernetesClient client;

    ClusterInventory(KubernetesClient client) {
        this.client = client;
    }

    /// How much of a kind could be seen.
    public enum Coverage {
        WHOLE,
        /// There can be none.
        NOT_INSTALLED,
        /// RBAC does not let the caller list it.
        NOT_PERMITTED
    }

    /// Shows every object of that kind to `visitor`, with its `apiVersion` and `kind`.
    ///
    /// @param namespace whose objects alone are listed; `null` for those of all
    /// @throws LiveObjects.Unreadable where the list ends before all was seen
    public Coverage visit(Resource resource, String kind, @Nullable String namespace, Consumer<ObjectNode> visitor) {
        try {
            for (String version : versions(resource.group())) {
                if (isListed(new Listed(resource, version, kind, namespace), visitor)) {
                    return Coverage.WHOLE;
                }
            }
            return Coverage.NOT_INSTALLED;
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
                return Coverage.NOT_PERMITTED;
            }
            throw new LiveObjects.Unreadable(e);
        }
    }

    private record Listed(
            Resource resource,
            String version,
            String kind,
            @Nullable String namespace) {
        ResourceDefinitionContext context() {
            return new ResourceDefinitionContext.Builder()
                    .withGroup(resource.group())
                    .withVersion(version)
                    .withPlural(resource.plural())
                    .withKind(kind)
                    .withNamespaced(namespace != null)
                    .build();
        }

        String apiVersion() {
            return resource.group().isEmpty() ? version : resource.group() + "/" + version;
        }

        ObjectNode complete(GenericKubernetesResource object) {
            ObjectNode complete = JSON.valueToTree(object);
            return complete.put("apiVersion", apiVersion()).put("kind", kind);
        }
    }

    /// Whether that version of the group has the kind.
    private boolean isListed(Listed listed, Consumer<ObjectNode> visitor) {
        String next = "";
        try {
            do {
                GenericKubernetesResourceList page = page(listed, next);
                page.getItems().forEach(object -> visitor.accept(listed.complete(object)));
                next = page.getMetadata().getContinue();
            } while (next != null && !next.isEmpty());
            return true;
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    private GenericKubernetesResourceList page(Listed listed, String next) {
        ListOptions options = new ListOptionsBuilder()
                .withLimit(PAGE)
                .withContinue(next.isEmpty() ? null : next)
                .withFieldSelector(listed.kind().equals("Pod") ? NOT_OVER : null)
                .build();
        var all = client.genericKubernetesResources(listed.context());
        return listed.namespace() == null
                ? all.list(options)
                : all.inNamespace(listed.namespace()).list(options);
    }

    /// Those that the group has, the preferred one first: kinds of one group need not have one version in common.
    private Set<String> versions(String group) {
        if (group.isEmpty()) {
            return Set.of("v1");
        }
        APIGroup about = client.getApiGroup(group);
        Set<String> versions = new LinkedHashSet<>();
        if (about != null) {
            versions.add(about.getPreferredVersion().getVersion());
            List<GroupVersionForDiscovery> all = about.getVersions();
            all.forEach(version -> versions.add(version.getVersion()));
        }
        return versions;
    }
}
