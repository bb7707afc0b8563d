package dev.multihoming.monitoring;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Two scrapes of a running server as input of `promtool test rules`, so that Prometheus' own
/// engine answers queries over what the server exposes. The second scrape follows half an hour
/// after the first.
final class ScrapedSeries {
    private static final String WHEN = "33m";
    private static final Pattern LINE =
            Pattern.compile("((?:multihoming|jvm|process)_[^ {]+(?:\\{.*})?) ([-0-9.Ee+]+)");

    private final Map<String, String> first;
    private final Map<String, String> second;

    ScrapedSeries(String first, String second) {
        this.first = read(first);
        this.second = read(second);
    }

    /// A test that expects no samples of any of these queries: promtool names those that have
    /// some.
    String test(List<String> queries) throws IOException {
        List<Map<String, String>> series = second.entrySet().stream()
                .map(entry -> Map.of(
                        "series", entry.getKey(), "values", before(entry.getKey()) + "x30 " + entry.getValue() + "x30"))
                .toList();
        List<Map<String, Object>> tests = queries.stream()
                .map(query -> Map.<String, Object>of("expr", query, "eval_time", WHEN, "exp_samples", List.of()))
                .toList();
        return new YAMLMapper()
                .writeValueAsString(Map.of(
                        "evaluation_interval",
                        "1m",
                        "tests",
                        List.of(Map.of("interval", "1m", "input_series", series, "promql_expr_test", tests))));
    }

    /// Whether promtool says that it has samples.
    static boolean hasData(String query, String output) {
        return output.contains("expr: \"" + query.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }

    private String before(String series) {
        return first.getOrDefault(series, "_");
    }

    private static Map<String, String> read(String scrape) {
        Map<String, String> series = new LinkedHashMap<>();
        Stream<Matcher> lines = scrape.lines().map(LINE::matcher).filter(Matcher::matches);
        lines.forEach(line -> series.put(line.group(1), new BigDecimal(line.group(2)).toPlainString()));
        return series;
    }
}
