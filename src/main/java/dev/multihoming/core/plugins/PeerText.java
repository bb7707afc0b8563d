package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import java.util.Optional;

/// The words for what an interface is connected to.
final class PeerText {
    static final String OF_THE_POD = " of the pod";

    private PeerText() {}

    static Optional<String> named(String what, String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(what + name);
    }

    static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    /// Multus prefers what the resource gave to what the pod requests.
    static Optional<String> device(String resource, String device) {
        return named("a device of ", resource).or(() -> named("device ", device));
    }

    /// What the kubelet reserved, else what one of those keys names.
    static Optional<String> device(String resource, String device, JsonObject config, Iterable<String> keys) {
        Optional<String> given = device(resource, device);
        if (given.isPresent()) {
            return given;
        }
        for (String key : keys) {
            String name = GoFields.text(config, key);
            if (!name.isEmpty()) {
                return Optional.of("device " + name);
            }
        }
        return Optional.of("no device");
    }
}
