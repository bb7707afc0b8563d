package dev.multihoming.cli.manifest;

import java.util.Arrays;
import java.util.List;

/// The steps of a JSON pointer (RFC 6901).
final class Pointer {
    private Pointer() {}

    static List<String> steps(String pointer) {
        return Arrays.stream(pointer.split("/", -1))
                .skip(1)
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
    }
}
