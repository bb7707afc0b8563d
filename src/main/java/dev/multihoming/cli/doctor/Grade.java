package dev.multihoming.cli.doctor;

/// How a part of an installation is judged.
public enum Grade {
    OK("ok"),
    WARNING("warning"),
    PROBLEM("problem"),
    /// The caller's rights do not suffice to see it.
    NOT_PERMITTED("not permitted");

    private final String word;

    Grade(String word) {
        this.word = word;
    }

    /// As reports write it.
    public String word() {
        return word;
    }
}
