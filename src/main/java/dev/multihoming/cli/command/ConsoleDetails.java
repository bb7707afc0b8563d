package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.explain.ConfigsOfInputs;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.nad.NetworkForm;
import dev.multihoming.cli.networks.NetworkDetails;
import dev.multihoming.cli.networks.NetworkInventory;
import dev.multihoming.cli.networks.NetworkListing;
import dev.multihoming.cli.networks.NodeLinks;
import dev.multihoming.cli.report.ConsoleReport;
import dev.multihoming.console.engine.Attachments.Details;
import dev.multihoming.console.engine.Attachments.Fact;
import dev.multihoming.console.engine.Attachments.Interfaces;
import dev.multihoming.console.engine.Attachments.Segment;
import dev.multihoming.console.engine.Attachments.Target;
import dev.multihoming.console.engine.Attachments.User;
import dev.multihoming.core.attachment.AttachedInterface;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.CniPlugin;
import dev.multihoming.core.plugins.FormField;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.topology.Network;
import dev.multihoming.core.topology.NetworkOwners.Owner;
import dev.multihoming.core.topology.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All about one network, as `multihoming networks NAMESPACE/NAME` shows it, with what `check` says of it.
record ConsoleDetails(JudgingOptions judging, ReadableFiles files) {
    /// Empty for one that is not there.
    Optional<Details> of(NadRef ref) {
        return new ConsoleNetworks(judging, files).find(ref).map(nad -> of(ref, nad));
    }

    private Details of(NadRef ref, Manifest nad) {
        ReadableObjects source = new ReadableObjects(
                nad, files, judging.live().map(cluster -> ReadableCluster.wide(cluster, ref.namespace())));
        NetworkInventory inventory = NetworkInventory.read(source, ref);
        NetworkInventory.AskedNetwork asked = inventory.asked().orElseThrow();
        NodeLinks links =
                new NodeLinks(asked.network(), nad.object().at("/spec/config").asText());
        source.nodes(links::add);
        NetworkDetails details = NetworkDetails.of(
                inventory, asked, AttachedInterface.to(ref, ConfigsOfInputs.read(nad.object())), links.found());
        return new Details(
                target(nad.ref()),
                nad.source().name(),
                facts(details, nad.object()),
                new Interfaces(details.table().lines(), details.table().remarks()),
                ConsoleReport.findings(judging.reviews(files.manifests()).judge(nad)),
                details.entries().stream().map(entry -> segment(details, entry)).toList(),
                details.owners().stream().map(ConsoleDetails::user).toList(),
                details.links().isEmpty() ? List.of() : NodeLinks.lines(details.links()),
                details.consequences(),
                ConsoleNetworks.alone(nad),
                source.notices());
    }

    private static List<Fact> facts(NetworkDetails details, JsonNode object) {
        Network network = details.network();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Type", orNone(String.join(" + ", network.plugins()))));
        details.entries().forEach(entry -> facts.add(new Fact("Segment", entry.segment())));
        if (details.entries().isEmpty()) {
            String because = network.unknownBecause();
            facts.add(new Fact("Segment", because.isEmpty() ? "not known" : "not known: " + because));
        }
        facts.add(new Fact("Addresses assigned by", orNone(network.ipam())));
        facts.add(new Fact("Ranges", network.pools().isEmpty() ? "none" : details.ranges()));
        if (network.isPrimary()) {
            facts.add(new Fact("Primary network", "yes: all pods of its namespace are on it"));
        }
        NetworkForm form = NetworkForm.of(object);
        List<FormField> fields =
                KnownPlugins.of(form.type()).map(CniPlugin::form).orElse(List.of());
        fields.forEach(field -> facts.add(new Fact(field.label(), value(form.fields(), field))));
        return facts;
    }

    private static String value(Map<String, String> fields, FormField field) {
        String value = fields.getOrDefault(field.key(), "");
        return value.isEmpty() ? "not set" : value;
    }

    private static Segment segment(NetworkDetails details, NetworkListing.Entry entry) {
        return new Segment(
                entry.segment(),
                details.neighbors(entry).stream()
                        .map(other -> NetworkDetails.neighbor(other, entry))
                        .toList());
    }

    private static User user(Owner owner) {
        return new User(target(owner.object()), owner.pods());
    }

    static Target target(ObjectRef ref) {
        return new Target(ref.kind(), ref.namespace(), ref.name());
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "none" : text;
    }
}
