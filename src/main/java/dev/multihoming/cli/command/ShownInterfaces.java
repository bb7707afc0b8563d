package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.console.engine.Attachments.Interface;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.attachment.Attachment;
import dev.multihoming.core.attachment.InterfaceRow;
import dev.multihoming.core.attachment.InterfaceTable;
import dev.multihoming.core.diagnosis.ComparedInterface;
import dev.multihoming.core.diagnosis.ReportedInterface;
import dev.multihoming.core.subject.NetworkAnnotations;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The interfaces of one object: those that `explain` predicts, beside those that Multus reports.
///
/// @param reports whether Multus reports any
record ShownInterfaces(List<Interface> all, boolean reports) {
    static ShownInterfaces of(Optional<InterfaceTable> table, JsonNode object, ReviewedKind kind) {
        InterfaceTable predicted = table.orElse(new InterfaceTable(List.of(), List.of()));
        Optional<List<ReportedInterface>> reported = kind.isPod() ? reported(object) : Optional.empty();
        return new ShownInterfaces(
                reported.map(it -> compared(predicted, it))
                        .orElseGet(() -> predicted.rows().stream()
                                .map(row -> new Interface(row.name(), row.network(), words(row), "", ""))
                                .toList()),
                reported.isPresent());
    }

    private static Optional<List<ReportedInterface>> reported(JsonNode pod) {
        JsonNode status = pod.path("metadata").path("annotations").path(NetworkAnnotations.STATUS);
        return status.isTextual() ? ReportedInterface.listed(status.asText()) : Optional.empty();
    }

    private static List<Interface> compared(InterfaceTable predicted, List<ReportedInterface> reported) {
        return ComparedInterface.of(predicted, reported).stream()
                .map(it -> new Interface(
                        it.name(),
                        it.network(),
                        predicted.rows().stream()
                                .filter(row -> row.name().equals(it.name()))
                                .map(ShownInterfaces::words)
                                .findFirst()
                                .orElse(""),
                        it.reported().map(ShownInterfaces::words).orElse(""),
                        it.state() == ComparedInterface.State.AS_PREDICTED
                                ? ""
                                : it.state().words()))
                .toList();
    }

    private static String words(InterfaceRow row) {
        Attachment made = row.attachment();
        return Stream.of(
                        made.plugin(),
                        made.link(),
                        made.vlan().equals("-") ? "" : "VLAN " + made.vlan(),
                        made.addresses().equals("-") ? "" : "addresses: " + made.addresses())
                .filter(it -> !it.isEmpty() && !it.equals("-"))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String words(ReportedInterface reported) {
        String words = Stream.concat(
                        reported.addresses().stream(),
                        Stream.of(reported.mac()).filter(it -> !it.isEmpty()).map(it -> "MAC " + it))
                .collect(Collectors.joining(", "));
        String where = reported.isDefault() || reported.network().isEmpty() ? "" : reported.network();
        return Stream.of(where, words).filter(it -> !it.isEmpty()).collect(Collectors.joining(": "));
    }
}
