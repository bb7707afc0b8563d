package dev.multihoming.cli.command;

import dev.multihoming.cli.networks.NetworksCsv;
import dev.multihoming.cli.networks.NetworksJson;
import dev.multihoming.cli.networks.NetworksReport;
import dev.multihoming.cli.networks.NetworksText;
import java.io.PrintWriter;

/// How networks are written. The names are what is written after `--output`.
enum NetworksFormat {
    TABLE,
    JSON,
    CSV;

    NetworksReport report(PrintWriter out, PrintWriter err) {
        return switch (this) {
            case TABLE -> new NetworksText(out);
            case JSON -> new NetworksJson(out);
            case CSV -> new NetworksCsv(out, err);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
