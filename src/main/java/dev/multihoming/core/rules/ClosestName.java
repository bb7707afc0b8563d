package dev.multihoming.core.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The name that the author of a misspelt one probably meant.
final class ClosestName {
    /// How many pairs of letters are compared at most: enough for thousands of names of usual length, and a bound on
    /// what a namespace full of very long ones can cost.
    static final int BUDGET = 400_000;

    private final String wanted;
    private int budget = BUDGET;
    private int best = Integer.MAX_VALUE;

    private ClosestName(String wanted) {
        this.wanted = wanted;
    }

    /// The name with the fewest letters to change, insert or remove; of several the first in the alphabet.
    /// Empty where there are no names.
    static Optional<String> to(String wanted, Collection<String> names) {
        return new ClosestName(wanted).among(names);
    }

    private Optional<String> among(Collection<String> names) {
        // Names of like length first: the better the first, the sooner the others are given up.
        List<String> ordered = names.stream()
                .sorted(Comparator.<String>comparingInt(name -> Math.abs(name.length() - wanted.length()))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        Optional<String> closest = Optional.empty();
        for (String name : ordered) {
            int atLeast = Math.abs(name.length() - wanted.length());
            if (budget <= 0 || atLeast > best) {
                break;
            }
            int distance = distance(name);
            boolean first = closest.isEmpty() || name.compareTo(closest.get()) < 0;
            if (distance < best || (distance == best && first)) {
                best = distance;
                closest = Optional.of(name);
            }
        }
        return closest;
    }

    /// The edit distance; any larger number where it is larger than the best.
    private int distance(String name) {
        // What both begin and end with costs nothing, and names of one namespace are often alike.
        int shorter = Math.min(name.length(), wanted.length());
        int start = 0;
        while (start < shorter && name.charAt(start) == wanted.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && name.charAt(name.length() - 1 - end) == wanted.charAt(wanted.length() - 1 - end)) {
            end++;
        }
        budget -= start + end + 1;
        return distance(name.substring(start, name.length() - end), wanted.substring(start, wanted.length() - end));
    }

    private int distance(String from, String to) {
        int[] row = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            int least = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
                least = Math.min(least, row[j]);
            }
            budget -= to.length();
            if (least > best) {
                return least;
            }
        }
        return row[to.length()];
    }
}
