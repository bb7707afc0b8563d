package dev.multihoming.core.multus;

import java.util.Locale;
import java.util.Optional;

/// What can be the name or the namespace of a NetworkAttachmentDefinition.
///
/// Multus takes only labels in the shorthand (node-behavior.md#shorthand-list) and any text in JSON
/// (node-behavior.md#json-elements); there the API server then refuses or never finds what no object can be
/// called.
public final class NadName {
    private static final int MAX_NAME = 253;
    private static final int MAX_NAMESPACE = 63;

    private NadName() {}

    /// Whether the shorthand takes it and an object can have it.
    static boolean isLabel(String name) {
        return name.length() <= MAX_NAME && isLabel(name, 0, name.length());
    }

    /// Whether a NAD can be called so: labels with dots between.
    public static boolean isName(String name) {
        if (name.length() > MAX_NAME) {
            return false;
        }
        int start = 0;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
            if (!isLabel(name, start, dot)) {
                return false;
            }
            start = dot + 1;
        }
        return isLabel(name, start, name.length());
    }

    public static boolean isNamespace(String name) {
        return name.length() <= MAX_NAMESPACE && isLabel(name, 0, name.length());
    }

    /// Multus' own expression, `[a-z0-9]([-a-z0-9]*[a-z0-9])?`, for each name of each pod.
    private static boolean isLabel(String text, int start, int end) {
        if (start == end || text.charAt(start) == '-' || text.charAt(end - 1) == '-') {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
                return false;
            }
        }
        return true;
    }

    /// A usable name that differs only in case, white space around it or underscores.
    static Optional<String> mended(String name) {
        String mended =
                GoSpace.trim(name).toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        return isName(mended) ? Optional.of(mended) : Optional.empty();
    }
}
