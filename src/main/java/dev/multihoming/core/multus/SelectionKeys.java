package dev.multihoming.core.multus;

import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Any;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.FreeForm;
import dev.multihoming.core.schema.FieldType.Listing;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;

/// The keys of an element of the JSON form, and what Multus takes of each (node-behavior.md#json-elements).
final class SelectionKeys {
    static final String NAME = "name";
    static final String NAMESPACE = "namespace";
    static final String INTERFACE = "interface";
    /// Deprecated, and still honoured where `interface` is unset.
    static final String INTERFACE_REQUEST = "interfaceRequest";

    static final String IPS = "ips";
    static final String MAC = "mac";
    static final String GUID = "infiniband-guid";
    static final String DEVICE_ID = "deviceID";
    static final String CNI_ARGS = "cni-args";
    static final String BANDWIDTH = "bandwidth";
    static final String DEFAULT_ROUTE = "default-route";

    private static final Whole INT = new Whole(Long.MIN_VALUE, Long.MAX_VALUE);

    private static final Struct PORT_MAPPING = Struct.of(
            Field.of("hostPort", INT),
            Field.of("containerPort", INT),
            Field.of("protocol", new Text()).withExample("\"tcp\""),
            Field.of("hostIP", new Text()));

    private static final Struct LIMITS = Struct.of(
            Field.of("ingressRate", INT),
            Field.of("ingressBurst", INT),
            Field.of("egressRate", INT),
            Field.of("egressBurst", INT));

    static final Struct ELEMENT = Struct.of(
                    Field.of(NAME, new Formed(SelectionForm.NAME)).withExample("\"my-network\""),
                    Field.of(NAMESPACE, new Formed(SelectionForm.NAMESPACE)),
                    Field.of(INTERFACE, new Text()).withExample("\"net1\""),
                    Field.of(INTERFACE_REQUEST, new Text()).withExample("\"net1\""),
                    Field.of(IPS, new Listing(new Formed(SelectionForm.ADDRESS)))
                            .withExample("[\"10.1.2.3/24\"]"),
                    Field.of(MAC, new Formed(SelectionForm.MAC)),
                    Field.of(GUID, new Formed(SelectionForm.GUID)),
                    Field.of("portMappings", Listing.ofPointers(PORT_MAPPING))
                            .withExample("[{\"hostPort\": 8080, \"containerPort\": 80, \"protocol\": \"tcp\"}]"),
                    Field.of(BANDWIDTH, LIMITS).withExample("{\"ingressRate\": 1000000, \"ingressBurst\": 1000000}"),
                    Field.of(DEVICE_ID, new Text()),
                    Field.of(CNI_ARGS, new FreeForm()).withExample("{}"),
                    Field.of(DEFAULT_ROUTE, new Listing(new Formed(SelectionForm.GATEWAY)))
                            .withExample("[\"10.1.2.1\"]"),
                    // Not Multus': OVN-Kubernetes and the NAD client library read it from the same element.
                    Field.of("ipam-claim-reference", new Any()))
            .requiring(NAME);

    private SelectionKeys() {}
}
