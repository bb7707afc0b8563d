package dev.multihoming.cli.policytest;

import java.io.PrintWriter;
import java.util.List;

/// Results for a person: what went otherwise in full, the rest in a line each.
public final class PolicyTestText {
    private PolicyTestText() {}

    public static void print(List<CaseResult> results, PrintWriter out) {
        results.forEach(result -> print(result, out));
        long failed = results.stream().filter(result -> !result.isAsExpected()).count();
        out.println();
        out.println(
                results.size() == 1
                        ? "1 case, " + failed + " failed."
                        : results.size() + " cases, " + failed + " failed.");
    }

    private static void print(CaseResult result, PrintWriter out) {
        String name = result.file() + ": " + result.asked().name();
        if (result.isAsExpected()) {
            out.println("ok    " + name + " (" + result.got() + ")");
            return;
        }
        out.println("FAIL  " + name);
        out.println("      expected  " + expected(result));
        out.println("      got       " + got(result));
        Why.of(result).forEach(line -> out.println("      because   " + line));
    }

    static String expected(CaseResult result) {
        String policy = result.asked().policy();
        return result.asked().expected() + (policy == null ? "" : ", " + by(policy));
    }

    static String got(CaseResult result) {
        return result.got()
                + (result.asked().policy() == null
                        ? ""
                        : ", " + by(result.policy().notice().policy()));
    }

    private static String by(String policy) {
        return policy.isEmpty() ? "under the built-in policy" : "under the policy " + policy;
    }
}
