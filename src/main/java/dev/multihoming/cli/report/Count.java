package dev.multihoming.cli.report;

/// A number of things, for a person.
final class Count {
    private Count() {}

    static String of(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
