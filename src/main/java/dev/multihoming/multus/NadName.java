package dev.multihoming.multus;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What can be the name or the namespace of a NetworkAttachmentDefinition.
///
/// Multus takes only labels in the shorthand (facts A3) and any text in JSON (facts A4); there the API server
/// then refuses or never finds what no object can be called.
final class NadName {
    private static final int MAX_NAME = 253;
    private static final int MAX_NAMESPACE = 63;

    /// Multus' own expression.
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");

    private NadName() {}

    /// Whether the shorthand takes it and an object can have it.
    static boolean isLabel(String name) {
        return name.length() <= MAX_NAME && LABEL.matcher(name).matches();
    }

    /// Whether a NAD can be called so: labels with dots between.
    static boolean isName(String name) {
        if (name.length() > MAX_NAME) {
            return false;
        }
        for (String label : name.split("\\.", -1)) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return true;
    }

    static boolean isNamespace(String name) {
        return name.length() <= MAX_NAMESPACE && LABEL.matcher(name).matches();
    }

    /// A usable name that differs only in case, white space around it or underscores.
    static Optional<String> mended(String name) {
        String mended =
                GoSpace.trim(name).toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        return isName(mended) ? Optional.of(mended) : Optional.empty();
    }
}
