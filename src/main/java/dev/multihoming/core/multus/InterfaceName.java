package dev.multihoming.core.multus;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/// What may be the name of a pod's interface (node-behavior.md#interface-names).
public final class InterfaceName {
    /// The kernel's IFNAMSIZ less the closing NUL.
    public static final int MAX_BYTES = 15;

    /// Names that every attach fails on: the pod has the first two already, and the kernel keeps files of the
    /// last two names for itself (node-behavior.md#interface-names).
    private static final Set<String> RESERVED = Set.of("eth0", "lo", "all", "default");

    /// Dropping the sign and the length limit, this is exactly what fits a `long`.
    private static final Pattern NUMBERED = Pattern.compile("net([1-9][0-9]{0,11})");

    private static final String PREFIX = "net";
    private static final int RADIX = 10;

    private InterfaceName() {}

    public static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    /// The N of a name `net<N>` as Multus gives it: at least 1, no leading zero.
    public static OptionalLong number(String name) {
        var matcher = NUMBERED.matcher(name);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    /// Whether it is what [#numbered] gives of that positive number, without making that.
    public static boolean isNumbered(String name, long number) {
        long left = number;
        int digit = name.length() - 1;
        while (digit >= PREFIX.length() && left > 0 && name.charAt(digit) == '0' + left % RADIX) {
            left /= RADIX;
            digit--;
        }
        return left == 0 && digit == PREFIX.length() - 1 && name.startsWith(PREFIX);
    }

    public static String numbered(long number) {
        return PREFIX + number;
    }

    /// Why the kernel, libcni or Multus refuses that name, which is not empty, as a clause that follows the
    /// quoted name: "is 16 bytes long". Empty where none of them does.
    public static Optional<String> refusal(String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            return Optional.of("is " + bytes + " bytes long, and an interface name has at most " + MAX_BYTES);
        }
        if (name.equals(".") || name.equals("..")) {
            return Optional.of("is a name that the kernel keeps for directories");
        }
        return name.chars()
                .mapToObj(c -> refusal((char) c))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> holdsKernelSpace(name)
                        ? Optional.of("holds a letter with a byte that the kernel takes for a space")
                        : Optional.empty());
    }

    private static Optional<String> refusal(char c) {
        return switch (c) {
            case '/', ':' -> Optional.of("holds a '" + c + "', which the kernel refuses");
            case '%' -> Optional.of("holds a '%', which the kernel takes for a pattern to fill in");
            case '\0' -> Optional.of("holds a NUL character, where the kernel ends the name");
            default ->
                GoSpace.isSpace(c) ? Optional.of("holds white space, which the kernel refuses") : Optional.empty();
        };
    }

    /// The kernel looks at single bytes, and its `isspace` takes 0xA0 for a space, also within a UTF-8 letter.
    private static boolean holdsKernelSpace(String name) {
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (b == (byte) 0xA0) {
                return true;
            }
        }
        return false;
    }
}
