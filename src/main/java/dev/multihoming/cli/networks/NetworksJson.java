package dev.multihoming.cli.networks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.multihoming.cli.networks.NetworkListing.Entry;
import dev.multihoming.cli.networks.NetworkListing.Order;
import dev.multihoming.core.attachment.InterfaceRow;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.AddressPool;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.topology.Network;
import dev.multihoming.core.topology.NetworkOwners.Owner;
import dev.multihoming.core.topology.NetworkUser.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// For programs: one object. Everything beyond ASCII is escaped, also what would move a terminal's cursor.
public final class NetworksJson implements NetworksReport {
    private final JsonGenerator json;

    public NetworksJson(PrintWriter out) {
        try {
            json = JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build()
                    .createGenerator(out)
                    .useDefaultPrettyPrinter();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is written between the braces.
    private interface Fields {
        void write() throws IOException;
    }

    @Override
    public void list(NetworkListing listing, NetworkInventory inventory, Order order, List<String> notices) {
        document(() -> {
            json.writeArrayFieldStart("networks");
            for (Entry entry : listing.entries()) {
                json.writeStartObject();
                network(entry.network());
                segment(entry);
                users(entry.network(), inventory);
                json.writeEndObject();
            }
            json.writeEndArray();
            texts("notices", Stream.concat(listing.remarks().stream(), notices.stream()));
        });
    }

    @Override
    public void details(NetworkDetails details, List<String> notices) {
        document(() -> {
            network(details.network());
            interfaces(details.table().rows());
            json.writeArrayFieldStart("segments");
            for (Entry entry : details.entries()) {
                json.writeStartObject();
                segment(entry);
                texts(
                        "networks",
                        entry.group().stream()
                                .flatMap(group -> group.networks().stream())
                                .map(network -> network.ref().toString()));
                json.writeEndObject();
            }
            json.writeEndArray();
            owners(details.owners());
            links(details.links());
            texts("consequences", details.consequences().stream());
            texts(
                    "notices",
                    Stream.of(details.table().remarks(), new NetworkListing(details.entries()).remarks(), notices)
                            .flatMap(List::stream));
        });
    }

    private void document(Fields fields) {
        try {
            json.writeStartObject();
            fields.write();
            json.writeEndObject();
            json.writeRaw('\n');
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void network(Network network) throws IOException {
        json.writeStringField("namespace", network.ref().namespace());
        json.writeStringField("name", network.ref().name());
        texts("plugins", network.plugins().stream());
        json.writeStringField("ipam", network.ipam());
        texts("addresses", network.pools().stream().map(AddressPool::text));
        json.writeBooleanField("primary", network.isPrimary());
        json.writeStringField("segmentUnknownBecause", network.unknownBecause());
    }

    private void segment(Entry entry) throws IOException {
        if (entry.group().isEmpty()) {
            json.writeNullField("segment");
        } else {
            segment(entry.group().get().segment());
        }
        json.writeBooleanField("shared", entry.isShared());
        texts("overlaps", entry.overlaps().stream().map(NadRef::toString));
    }

    private void segment(Segment segment) throws IOException {
        json.writeObjectFieldStart("segment");
        json.writeStringField("kind", segment.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("name", segment.name());
        json.writeArrayFieldStart("vlans");
        for (Segment.Vlans vlans : segment.vlans()) {
            json.writeStartObject();
            json.writeNumberField("first", vlans.first());
            json.writeNumberField("last", vlans.last());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("partition", segment.partition());
        json.writeBooleanField("byConvention", segment.byConvention());
        json.writeEndObject();
    }

    /// Without the number of those that could not be read.
    private void users(Network network, NetworkInventory inventory) throws IOException {
        for (Role role : Role.values()) {
            String field = role.name().toLowerCase(Locale.ROOT) + "s";
            if (inventory.notRead().contains(role)) {
                json.writeNullField(field);
            } else {
                json.writeNumberField(field, inventory.usage().count(network.ref(), role));
            }
        }
    }

    private void interfaces(List<InterfaceRow> rows) throws IOException {
        json.writeArrayFieldStart("interfaces");
        for (InterfaceRow row : rows) {
            json.writeStartObject();
            json.writeStringField("name", row.name());
            json.writeStringField("plugin", row.attachment().plugin());
            json.writeStringField("connectedTo", row.attachment().link());
            json.writeStringField("vlan", row.attachment().vlan());
            json.writeStringField("mac", row.attachment().mac());
            json.writeStringField("address", row.attachment().addresses());
            json.writeStringField("defaultRoute", row.attachment().defaultRoute());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void owners(List<Owner> owners) throws IOException {
        json.writeArrayFieldStart("users");
        for (Owner owner : owners) {
            json.writeStartObject();
            json.writeStringField("kind", owner.object().kind());
            json.writeStringField("namespace", owner.object().namespace());
            json.writeStringField("name", owner.object().name());
            json.writeNumberField("pods", owner.pods());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void links(List<NodeLinks.Link> links) throws IOException {
        json.writeArrayFieldStart("nodes");
        for (NodeLinks.Link link : links) {
            json.writeStartObject();
            json.writeStringField("node", link.node());
            json.writeStringField("link", link.name());
            json.writeBooleanField("exists", !link.type().isEmpty());
            json.writeStringField("type", link.type());
            json.writeStringField("state", link.state());
            json.writeStringField("mtu", link.mtu());
            json.writeStringField("connects", link.connects());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void texts(String field, Stream<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts.toList()) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
