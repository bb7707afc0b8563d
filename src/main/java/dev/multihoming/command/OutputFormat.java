package dev.multihoming.command;

import dev.multihoming.command.report.GithubReport;
import dev.multihoming.command.report.JsonReport;
import dev.multihoming.command.report.JunitReport;
import dev.multihoming.command.report.Report;
import dev.multihoming.command.report.SarifReport;
import dev.multihoming.command.report.TextReport;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/// How a check is told. The names are what is written after `--output`.
enum OutputFormat {
    TEXT,
    JSON,
    SARIF,
    JUNIT,
    GITHUB;

    Report report(PrintWriter out, boolean strict) {
        return switch (this) {
            case TEXT -> new TextReport(out, Ansi.AUTO.enabled() ? Ansi.ON : Ansi.OFF);
            case JSON -> new JsonReport(out);
            case SARIF -> new SarifReport(out, Version.number());
            case JUNIT -> new JunitReport(out, strict);
            case GITHUB -> new GithubReport(out);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
