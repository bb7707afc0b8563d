package dev.multihoming.core.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// What a rule saw, before anyone judges it.
///
/// @param fact what stands there; a clause with neither capital (unless quoted) nor full stop
/// @param remedy what to do now, an imperative sentence without full stop; empty where the fact says it
public record Violation(Location location, String fact, String remedy) {
    /// One for each that breaks a rule, in their order. Nearly always that is none, and this costs
    /// nothing then: dozens of rules ask it in every review.
    public static <T> List<Violation> ofEach(
            Collection<? extends T> all, Predicate<? super T> breaks, Function<? super T, Violation> told) {
        List<Violation> violations = List.of();
        for (T one : all) {
            if (breaks.test(one)) {
                if (violations.isEmpty()) {
                    violations = new ArrayList<>();
                }
                violations.add(told.apply(one));
            }
        }
        return violations;
    }
}
