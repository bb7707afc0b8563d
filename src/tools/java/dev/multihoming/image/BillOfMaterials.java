package dev.multihoming.image;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// What the image is made of, as CycloneDX: Quarkus' own list of the Java part, and what lies under it.
final class BillOfMaterials {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BillOfMaterials() {}

    /// @param packaged the list that Quarkus wrote
    static String of(Path packaged, BaseSystem base) {
        try {
            ObjectNode bill = (ObjectNode) JSON.readTree(packaged.toFile());
            // Of no use to a reader, and different at every build.
            bill.remove("serialNumber");
            ((ObjectNode) bill.path("metadata")).remove("timestamp");
            ArrayNode components = bill.withArray("components");
            components.add(component("platform", "OpenJDK", base.java().version(), java(base.java())));
            for (DebianPackage debian : base.packages()) {
                components.add(component("operating-system", debian.name(), debian.version(), purl(debian)));
            }
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(bill) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode component(String type, String name, String version, String purl) {
        return JSON.createObjectNode()
                .put("type", type)
                .put("bom-ref", purl)
                .put("name", name)
                .put("version", version)
                .put("purl", purl);
    }

    private static String java(JavaRuntime java) {
        return "pkg:generic/openjdk@%s?vendor=%s".formatted(encoded(java.version()), encoded(java.vendor()));
    }

    private static String purl(DebianPackage debian) {
        return "pkg:deb/debian/%s@%s?arch=%s"
                .formatted(debian.name(), encoded(debian.version()), debian.architecture());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
