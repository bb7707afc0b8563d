package dev.multihoming.cli.policytest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.ExternalNetworks;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.InputIndex;
import dev.multihoming.cli.manifest.Inputs;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.cli.manifest.PolicyFiles;
import dev.multihoming.cli.manifest.Source;
import dev.multihoming.core.json.Quoted;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// The manifests that a test names, beside it.
///
/// @param test whose folder paths begin at
record TestFiles(Path test) {
    private static final String DEFAULT_NAMESPACE = "default";

    /// The policies and exemptions in files and folders; each must have some.
    PolicyFiles policies(List<String> paths) {
        return read(() -> PolicyFiles.read(inputs(paths)));
    }

    /// The networks and namespaces in files and folders; nothing else exists.
    InputIndex cluster(List<String> paths) {
        return read(() -> {
            List<Input> inputs = inputs(paths);
            for (Input input : inputs) {
                if (Manifests.of(input, DEFAULT_NAMESPACE).isEmpty()) {
                    throw new BadTest(test, input.name() + " has no objects.");
                }
            }
            return InputIndex.of(inputs, DEFAULT_NAMESPACE, ExternalNetworks.NOTHING, () -> {});
        });
    }

    private List<Input> inputs(List<String> paths) {
        List<String> resolved =
                paths.stream().map(path -> test.resolveSibling(path).toString()).toList();
        return Inputs.of(resolved, InputStream.nullInputStream());
    }

    /// The one object that a case is about: written in it, or in a file of its own.
    Manifest object(Fields fields, String namespace) {
        JsonNode object = fields.node("object");
        if (object.isObject()) {
            Source written = new Source(fields.file() + ", " + fields.where(), object.toString());
            return one(fields, read(() -> Manifests.of(written, namespace)));
        }
        String path = fields.required("object");
        if (!Files.isRegularFile(test.resolveSibling(path))) {
            throw fields.bad("names the file %s, which there is not".formatted(Quoted.of(path)));
        }
        return one(fields, read(() -> Manifests.of(inputs(List.of(path)).getFirst(), namespace)));
    }

    private static Manifest one(Fields fields, List<Manifest> manifests) {
        if (manifests.size() != 1) {
            throw fields.bad("needs one object, not %d: put it into a file of its own, or write it into the case"
                    .formatted(manifests.size()));
        }
        return manifests.getFirst();
    }

    private <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (CannotRun e) {
            throw new BadTest(test, String.valueOf(e.getMessage()), e);
        }
    }
}
