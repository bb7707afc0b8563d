package dev.multihoming.console.http;

import com.sun.net.httpserver.Headers;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a browser says of a request, beside its path.
record BrowserHeaders(Headers headers) {
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    /// The only one; empty where there are none or several.
    String only(String name) {
        List<String> given = headers.getOrDefault(name, List.of());
        return given.size() == 1 ? given.getFirst() : "";
    }

    /// Whether the browser says that no other site caused the request. One without the header is decided by the
    /// cookie, and a write also by its Origin.
    boolean isFromOurPages() {
        return headers.getOrDefault("Sec-Fetch-Site", List.of()).stream().allMatch(OWN_SITE::contains);
    }

    /// Whether a person followed a link of another site.
    boolean isNavigation() {
        return only("Sec-Fetch-Mode").equals("navigate")
                && only("Sec-Fetch-Dest").equals("document");
    }

    /// A write must name an origin, and it must be the one that the request was sent to.
    boolean isOurWrite(String scheme) {
        String host = only("Host");
        return !host.isEmpty() && only("Origin").equals(scheme + "://" + host);
    }

    /// The values of the cookies of that name: a browser can have several, for several paths.
    Stream<String> cookies(String name) {
        return headers.getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(";", -1)))
                .map(String::strip)
                .filter(it -> it.startsWith(name + "="))
                .map(it -> it.substring(name.length() + 1));
    }
}
