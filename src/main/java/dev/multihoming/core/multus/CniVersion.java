package dev.multihoming.core.multus;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A version of the CNI specification, as libcni reads it.
public record CniVersion(int major, int minor, int micro) implements Comparable<CniVersion> {
    /// What the reference plugins 1.9.1 speak (facts B).
    public static final List<String> SUPPORTED = List.of("0.1.0", "0.2.0", "0.3.0", "0.3.1", "0.4.0", "1.0.0", "1.1.0");

    /// libcni takes an absent version for this one.
    public static final CniVersion ABSENT = new CniVersion(0, 1, 0);

    /// The first version whose results may have an interface without an address (facts C1).
    public static final CniVersion FIRST_WITHOUT_ADDRESS = new CniVersion(0, 3, 0);

    /// The newest that libcni 1.3 implements; it passes over newer ones in `cniVersions`.
    public static final CniVersion CURRENT = new CniVersion(1, 1, 0);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?");

    private static final Comparator<CniVersion> ORDER = Comparator.comparingInt(CniVersion::major)
            .thenComparingInt(CniVersion::minor)
            .thenComparingInt(CniVersion::micro);

    /// The version that `text` names; empty where it names none.
    public static Optional<CniVersion> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new CniVersion(part(matcher, 1), part(matcher, 2), part(matcher, 3)));
    }

    private static int part(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    @Override
    public int compareTo(CniVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + micro;
    }
}
