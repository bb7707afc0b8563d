package dev.multihoming.cli.manifest;

import java.util.ArrayList;
import java.util.List;

/// All objects of a source at once, for whoever can do nothing with a part of them.
public final class Manifests {
    private Manifests() {}

    /// In the order of the text; `defaultNamespace` is of those that name none.
    ///
    /// @throws CannotRun where not all of it can be read
    public static List<Manifest> of(Input input, String defaultNamespace) {
        try {
            return of(input.read(), defaultNamespace);
        } catch (Input.CannotRead e) {
            throw new CannotRun(input.name() + ": " + e.clause() + ".", e);
        }
    }

    /// The same of a text that is in memory.
    public static List<Manifest> of(Source source, String defaultNamespace) {
        List<Manifest> manifests = new ArrayList<>();
        ManifestReader.read(source, defaultNamespace, piece -> {
            switch (piece) {
                case ManifestDocument.OfKubernetes(Manifest manifest) -> manifests.add(manifest);
                case ManifestDocument.Foreign _ -> {}
                case ManifestDocument.Broken broken ->
                    throw new CannotRun(
                            "%s, %s: %s.".formatted(source.name(), broken.span().from(), broken.fact()));
            }
        });
        return manifests;
    }
}
