package dev.multihoming.cli.command;

import dev.multihoming.cli.report.CheckReport;
import dev.multihoming.cli.report.GithubReport;
import dev.multihoming.cli.report.JsonReport;
import dev.multihoming.cli.report.JunitReport;
import dev.multihoming.cli.report.SarifReport;
import dev.multihoming.cli.report.TextReport;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/// How a check is told. The names are what is written after `--output`.
enum OutputFormat {
    TEXT,
    JSON,
    SARIF,
    JUNIT,
    GITHUB;

    CheckReport report(PrintWriter out, boolean strict) {
        return switch (this) {
            case TEXT -> new TextReport(out, Ansi.AUTO.enabled());
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
