package dev.multihoming.core.multus;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonString;
import java.util.Comparator;
import java.util.stream.Stream;

/// The version that libcni hands to every plugin of a config (libcni 1.3.0, `NetworkConfFromBytes`).
public final class EffectiveCniVersion {
    private EffectiveCniVersion() {}

    /// As written; empty where none is, which plugins take for [CniVersion#ABSENT].
    ///
    /// Only a list may also have `cniVersions`: then the highest of all that libcni implements counts.
    public static String of(JsonObject document, CniConfig.Form form) {
        String single = GoFields.text(document, "cniVersion");
        if (form == CniConfig.Form.SINGLE
                || GoFields.set(document, "cniVersions").isEmpty()) {
            return single;
        }
        return Stream.concat(listed(document), Stream.of(single))
                .filter(EffectiveCniVersion::isImplemented)
                .max(Comparator.comparing(text -> CniVersion.parse(text).orElseThrow()))
                .orElse(single);
    }

    private static Stream<String> listed(JsonObject document) {
        return GoFields.set(document, "cniVersions").stream()
                .filter(member -> member.value() instanceof JsonArray)
                .flatMap(member -> ((JsonArray) member.value()).elements().stream())
                .filter(JsonString.class::isInstance)
                .map(element -> ((JsonString) element).value());
    }

    private static boolean isImplemented(String text) {
        return CniVersion.parse(text)
                .filter(version -> version.compareTo(CniVersion.CURRENT) <= 0)
                .isPresent();
    }
}
