package dev.multihoming.core.diagnosis;

import dev.multihoming.core.attachment.InterfaceRow;
import dev.multihoming.core.attachment.InterfaceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the annotations of a pod come to, beside what Multus reports of it.
///
/// @param network that was asked for, or where nothing was, the reported one
/// @param reported empty where Multus reports no such interface
public record ComparedInterface(String name, String network, State state, Optional<ReportedInterface> reported) {
    /// How the two relate.
    public enum State {
        AS_PREDICTED("as predicted"),
        /// The pod is to have it, and Multus does not report it.
        MISSING("missing"),
        /// Multus reports it, and nothing in the pod asks for it now.
        NOT_PREDICTED("not predicted"),
        ON_ANOTHER_NETWORK("on another network");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// In the order in which Multus makes them, those without a request last.
    public static List<ComparedInterface> of(InterfaceTable predicted, List<ReportedInterface> reported) {
        List<ReportedInterface> left = new ArrayList<>(reported);
        List<ComparedInterface> compared = new ArrayList<>();
        for (InterfaceRow row : predicted.rows()) {
            Optional<ReportedInterface> found =
                    left.stream().filter(it -> it.name().equals(row.name())).findFirst();
            found.ifPresent(left::remove);
            compared.add(new ComparedInterface(row.name(), row.network(), state(row, found), found));
        }
        left.forEach(it ->
                compared.add(new ComparedInterface(it.name(), it.network(), State.NOT_PREDICTED, Optional.of(it))));
        return List.copyOf(compared);
    }

    private static State state(InterfaceRow row, Optional<ReportedInterface> reported) {
        if (reported.isEmpty()) {
            return State.MISSING;
        }
        // The default network is reported by the name of its config, which no annotation tells.
        return reported.get().isDefault() || reported.get().network().equals(row.network())
                ? State.AS_PREDICTED
                : State.ON_ANOTHER_NETWORK;
    }
}
