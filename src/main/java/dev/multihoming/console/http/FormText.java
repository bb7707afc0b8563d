package dev.multihoming.console.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keys and values as a URL has them after `?`, and a form in its body.
final class FormText {
    private FormText() {}

    /// The first value of each key.
    ///
    /// @throws IllegalArgumentException where it is not encoded
    static Map<String, String> read(@Nullable String raw) {
        Map<String, String> pairs = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    pairs.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
