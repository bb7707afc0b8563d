package dev.multihoming.core.multus;

import java.util.List;
import java.util.stream.Collectors;

/// Lines of cells as comma-separated values (RFC 4180).
public final class CsvText {
    /// A spreadsheet takes a cell that begins so for a formula, and runs it. Tenants choose what stands in cells.
    private static final String FORMULA = "=+-@";

    private CsvText() {}

    /// Each line ends with CR LF.
    public static String of(List<List<String>> lines) {
        return lines.stream()
                .map(line -> line.stream().map(CsvText::cell).collect(Collectors.joining(",")))
                .map(line -> line + "\r\n")
                .collect(Collectors.joining());
    }

    private static String cell(String text) {
        String plain = Printable.oneLine(text);
        boolean isFormula = plain.length() > 1 && FORMULA.indexOf(plain.charAt(0)) >= 0;
        String harmless = isFormula ? "'" + plain : plain;
        boolean isQuoted = harmless.indexOf(',') >= 0 || harmless.indexOf('"') >= 0;
        return isQuoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
