package dev.multihoming.webhook.http;

/// Other people's strings in our log: quoted, on one line, cut. Who controls a name must not write lines of ours.
final class LogValue {
    /// The longest name that Kubernetes allows, with its namespace.
    static final int MAX_CHARS = 320;

    private LogValue() {}

    static String of(String value) {
        StringBuilder quoted = new StringBuilder(Math.min(value.length(), MAX_CHARS) + 3).append('"');
        int end = Math.min(value.length(), MAX_CHARS);
        for (int i = 0; i < end; i++) {
            append(quoted, value.charAt(i));
        }
        return quoted.append(end < value.length() ? "…\"" : "\"").toString();
    }

    private static void append(StringBuilder quoted, char c) {
        if (c == '"' || c == '\\') {
            quoted.append('\\').append(c);
        } else if (c >= ' ' && c <= '~') {
            quoted.append(c);
        } else {
            quoted.append(String.format("\\u%04x", (int) c));
        }
    }
}
