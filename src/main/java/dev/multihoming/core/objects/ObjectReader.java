package dev.multihoming.core.objects;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.review.NodeNeeds;
import dev.multihoming.core.subject.AdditionalNetwork;
import dev.multihoming.core.subject.Copies;
import dev.multihoming.core.subject.MachineNetwork;
import dev.multihoming.core.subject.MisspeltAnnotationKeys;
import dev.multihoming.core.subject.MultiNetworkPolicy;
import dev.multihoming.core.subject.NetworkAnnotations;
import dev.multihoming.core.subject.ObjectFields;
import dev.multihoming.core.subject.PodPlacement;
import dev.multihoming.core.subject.PodTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects the fields of an `object` or `oldObject`.
public final class ObjectReader {
    /// How many templates can lie within each other: a pool's machine's, a CronJob's Job's.
    private static final int MAX_TEMPLATES = 2;

    private final int templates;
    private Set<String> misspeltKeys = Set.of();
    private List<MachineNetwork> networks = List.of();
    private List<AdditionalNetwork> additionalNetworks = List.of();
    private @Nullable ObjectFields template;
    private String name = "";
    private String generateName = "";
    private @Nullable String selections;
    private @Nullable String defaultNetwork;
    private String resourceName = "";
    private boolean hostNetwork;
    private boolean networkStatus;
    private @Nullable String policyFor;
    private @Nullable String config;
    private @Nullable PodPlacementReader placement;
    private @Nullable MachineInterfacesReader interfaces;
    private @Nullable CopiesReader copies;
    private List<String> otherKeys = List.of();

    private ObjectReader(int templates) {
        this.templates = templates;
    }

    /// Reads the value the parser stands on; anything but an object has no fields.
    public static ObjectFields read(JsonParser parser) throws IOException {
        return read(parser, MAX_TEMPLATES);
    }

    /// Reads an object that is in memory.
    public static ObjectFields read(JsonNode object) {
        try (JsonParser parser = object.traverse()) {
            parser.nextToken();
            return read(parser);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    private static ObjectFields read(JsonParser parser, int templates) throws IOException {
        ObjectReader reader = new ObjectReader(templates);
        JsonFields.eachField(parser, reader::topLevel);
        return new ObjectFields(
                reader.name,
                reader.generateName,
                new NetworkAnnotations(reader.selections, reader.defaultNetwork),
                reader.hostNetwork,
                reader.config,
                reader.placement == null ? PodPlacement.NONE : reader.placement.onDemand(),
                reader.resourceName,
                reader.misspeltKeys,
                reader.interfaces == null ? reader.networks : reader.interfaces.on(reader.networks),
                reader.template,
                reader.networkStatus,
                reader.additionalNetworks,
                reader.copies == null ? Copies.NONE : reader.copies.copies(),
                reader.texts(),
                reader.policyFor);
    }

    private void topLevel(String key, JsonParser parser) throws IOException {
        switch (key) {
            case "metadata" -> JsonFields.eachField(parser, this::metadata);
            case "spec" -> JsonFields.eachField(parser, this::spec);
            case "template" -> template(parser);
            default -> parser.skipChildren();
        }
    }

    private void metadata(String key, JsonParser parser) throws IOException {
        switch (key) {
            case "name" -> name = JsonFields.string(parser);
            case "generateName" -> generateName = JsonFields.string(parser);
            case "annotations" -> JsonFields.eachField(parser, this::annotation);
            default -> parser.skipChildren();
        }
    }

    private void annotation(String key, JsonParser parser) throws IOException {
        switch (key) {
            case NetworkAnnotations.NETWORKS -> selections = JsonFields.stringOrNull(parser);
            case NetworkAnnotations.DEFAULT_NETWORK -> defaultNetwork = JsonFields.stringOrNull(parser);
            case NetworkAnnotations.STATUS -> {
                parser.skipChildren();
                networkStatus = true;
            }
            case MultiNetworkPolicy.ANNOTATION -> policyFor = JsonFields.stringOrNull(parser);
            case NodeNeeds.RESOURCE -> resourceName = JsonFields.string(parser);
            default -> {
                parser.skipChildren();
                other(key);
            }
        }
    }

    private void spec(String key, JsonParser parser) throws IOException {
        switch (key) {
            case "hostNetwork" -> hostNetwork = JsonFields.isTrue(parser);
            case "config" -> config = JsonFields.stringOrNull(parser);
            case "containers" -> placement().containers(parser);
            case "initContainers" -> placement().initContainers(parser);
            case "nodeSelector" -> placement().nodeSelector(parser);
            case "additionalNetworks" -> additionalNetworks = AdditionalNetworksReader.read(parser);
            case "networks" -> networks = MachineNetworksReader.read(parser);
            case "domain" -> interfaces().domain(parser);
            case "replicas", "parallelism" -> copies().number(parser);
            case "strategy" -> copies().strategy(parser);
            case "template", "jobTemplate", "virtualMachineTemplate" -> template(parser);
            default -> parser.skipChildren();
        }
    }

    private void other(String annotation) {
        if (otherKeys.isEmpty()) {
            otherKeys = new ArrayList<>();
        }
        otherKeys.add(annotation);
        if (MisspeltAnnotationKeys.meant(annotation).isPresent()) {
            misspeltKeys = new HashSet<>(misspeltKeys);
            misspeltKeys.add(annotation);
        }
    }

    private void template(JsonParser parser) throws IOException {
        if (templates > 0) {
            template = read(parser, templates - 1);
        } else {
            parser.skipChildren();
        }
    }

    private MachineInterfacesReader interfaces() {
        MachineInterfacesReader reader = interfaces == null ? new MachineInterfacesReader() : interfaces;
        interfaces = reader;
        return reader;
    }

    private CopiesReader copies() {
        CopiesReader reader = copies == null ? new CopiesReader() : copies;
        copies = reader;
        return reader;
    }

    private PodTexts texts() {
        return placement == null ? PodTexts.NONE : placement.texts(otherKeys);
    }

    private PodPlacementReader placement() {
        PodPlacementReader reader = placement == null ? new PodPlacementReader() : placement;
        placement = reader;
        return reader;
    }
}
