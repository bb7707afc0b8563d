package dev.multihoming.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/// Reads objects of the cluster, whose keys any author can choose.
///
/// Jackson keeps a table of the keys it has read. Keys that are made to collide fill it, and then the list that they
/// stand in cannot be read at all: one pod would end every audit. Without the table each key is read by itself.
public final class ClusterJson {
    private ClusterJson() {}

    public static ObjectMapper mapper() {
        return withoutKeyTable(new ObjectMapper());
    }

    /// The Kubernetes client's own reading.
    static KubernetesSerialization serialization() {
        return new KubernetesSerialization(mapper(), true);
    }

    /// The same mapper, changed: for one that another library has made.
    @SuppressWarnings("deprecation") // A factory that exists has no builder.
    public static ObjectMapper withoutKeyTable(ObjectMapper mapper) {
        mapper.getFactory().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES);
        return mapper;
    }
}
