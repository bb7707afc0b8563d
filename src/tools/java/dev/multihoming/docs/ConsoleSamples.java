package dev.multihoming.docs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.nad.NadManifest;
import dev.multihoming.cli.nad.NetworkDraft;
import dev.multihoming.core.plugins.NetworkTemplate;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/// The templates of our form as samples of OpenShift's own console (ConsoleYAMLSample).
final class ConsoleSamples {
    static final Path FILE = Path.of("kustomize/components/console/openshift/samples.yaml");

    private static final String HEADER =
            "# Generated from the templates of the console by \"make docs\"; do not edit.\n";

    private ConsoleSamples() {}

    static Map<Path, String> all() {
        return Map.of(
                FILE,
                NetworkTemplate.all().stream()
                        .map(it -> NadManifest.yaml(sample(it)))
                        .collect(Collectors.joining("---\n", HEADER, "")));
    }

    private static ObjectNode sample(NetworkTemplate template) {
        ObjectNode sample = JsonNodeFactory.instance.objectNode();
        sample.put("apiVersion", "console.openshift.io/v1").put("kind", "ConsoleYAMLSample");
        ObjectNode metadata = sample.putObject("metadata");
        metadata.put("name", "multihoming-" + template.key());
        metadata.putObject("labels").put("app.kubernetes.io/name", "multihoming-console");
        ObjectNode spec = sample.putObject("spec");
        spec.putObject("targetResource")
                .put("apiVersion", "k8s.cni.cncf.io/v1")
                .put("kind", "NetworkAttachmentDefinition");
        spec.put("title", template.purpose().title() + ": " + template.type());
        spec.put("description", template.useCase());
        spec.put("yaml", network(template));
        return sample;
    }

    private static String network(NetworkTemplate template) {
        String name = template.purpose().network();
        NetworkDraft draft = NetworkDraft.of("1.0.0", "default", name, template.type());
        // An IPAM config is read by its type, so that goes first.
        String ipam = template.values().get("ipam.type");
        if (ipam != null) {
            draft.set("ipam.type", ipam);
        }
        template.values().forEach((key, value) -> {
            if (!key.equals("resource")) {
                draft.set(key, value);
            }
        });
        return NadManifest.yaml(NadManifest.of(name, null, template.values().get("resource"), draft.config()));
    }
}
