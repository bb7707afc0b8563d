package dev.multihoming.cli.policydiff;

import java.io.PrintWriter;

/// How a diff is told.
@FunctionalInterface
public interface DiffReport {
    void print(PolicyDiff diff, PrintWriter out);
}
