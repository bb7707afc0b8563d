package dev.multihoming.core.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Names of eight letters that Jackson's table of names has all in one place, whatever its seed: that is only mixed in
/// when the letters have been.
public final class CollidingNames {
    private static final int INVERSE_OF_33 = 0x3E0F83E1;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";

    private CollidingNames() {}

    public static List<String> of(int count) {
        var random = new Random(1);
        List<String> names = new ArrayList<>();
        while (names.size() < count) {
            int first = 0;
            for (int i = 0; i < 4; i++) {
                first = first << 8 | LETTERS.charAt(random.nextInt(LETTERS.length()));
            }
            int mixed = first + (first >>> 15);
            mixed ^= mixed >>> 9;
            String name = letters(first) + letters((0x12345678 - mixed) * INVERSE_OF_33);
            if (name.chars().allMatch(it -> LETTERS.indexOf(it) >= 0)) {
                names.add(name);
            }
        }
        return names;
    }

    private static String letters(int quad) {
        return "" + (char) (quad >>> 24) + (char) (quad >>> 16 & 0xFF) + (char) (quad >>> 8 & 0xFF)
                + (char) (quad & 0xFF);
    }
}
