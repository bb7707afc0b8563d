package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// All objects of a source, for commands that can do nothing with a part of them.
public final class Manifests {
    /// The name of the source of such an object.
    public static final String IN_CLUSTER = "in the cluster";

    private Manifests() {}

    /// In the order of the text; `defaultNamespace` is of those that name none.
    ///
    /// @throws CannotRun where not all of it can be read
    public static List<Manifest> of(Input input, String defaultNamespace) {
        List<Manifest> manifests = new ArrayList<>();
        each(input, defaultNamespace, manifests::add);
        return manifests;
    }

    /// The same, where nothing of the text may be left out.
    ///
    /// @throws CannotRun also where a part of it is no object
    public static List<Manifest> whole(Input input, String defaultNamespace) {
        List<Manifest> manifests = new ArrayList<>();
        Source source = read(input);
        each(source, defaultNamespace, manifests::add, foreign -> {
            throw new CannotRun("%s, %s: this part is not a Kubernetes object (apiVersion and kind)."
                    .formatted(source.name(), foreign.span().from()));
        });
        return manifests;
    }

    /// Shows the objects to `visitor`, which sees one at a time.
    ///
    /// @throws CannotRun where not all of it can be read
    public static void each(Input input, String defaultNamespace, Consumer<Manifest> visitor) {
        each(read(input), defaultNamespace, visitor, _ -> {});
    }

    private static Source read(Input input) {
        try {
            return input.read();
        } catch (Input.CannotRead e) {
            throw new CannotRun(sentence(input, e), e);
        }
    }

    /// The same of a text that is in memory.
    public static List<Manifest> of(Source source, String defaultNamespace) {
        List<Manifest> manifests = new ArrayList<>();
        each(source, defaultNamespace, manifests::add, _ -> {});
        return manifests;
    }

    /// An object of the cluster, as if it stood in a file. One without a namespace belongs to none.
    public static Manifest ofCluster(JsonNode object) {
        return of(new Source(IN_CLUSTER, object.toString()), "").getFirst();
    }

    private static void each(
            Source source,
            String defaultNamespace,
            Consumer<Manifest> visitor,
            Consumer<ManifestDocument.Foreign> others) {
        ManifestReader.read(source, defaultNamespace, piece -> {
            switch (piece) {
                case ManifestDocument.OfKubernetes(Manifest manifest) -> visitor.accept(manifest);
                case ManifestDocument.Foreign foreign -> others.accept(foreign);
                case ManifestDocument.Broken broken -> throw new CannotRun(sentence(source, broken));
            }
        });
    }

    /// Why an input cannot be read.
    static String sentence(Input input, Input.CannotRead why) {
        return input.name() + ": " + why.clause() + ".";
    }

    /// Where it is broken.
    static String sentence(Source source, ManifestDocument.Broken broken) {
        return "%s, %s: %s.".formatted(source.name(), broken.span().from(), broken.fact());
    }
}
