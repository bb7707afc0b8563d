package dev.multihoming.review;

/// Values of other people in our sentences: quoted, on one line, cut at 100 characters.
public final class Quoted {
    private Quoted() {}

    public static String of(String value) {
        return dev.multihoming.json.Quoted.of(value);
    }
}
