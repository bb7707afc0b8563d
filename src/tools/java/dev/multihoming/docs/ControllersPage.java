package dev.multihoming.docs;

import dev.multihoming.core.review.Settings;
import dev.multihoming.core.rules.pods.InterfaceNamer;
import java.util.Collection;
import java.util.stream.Collectors;

/// docs/controllers.md: the controllers whose interface names stay.
final class ControllersPage {
    private ControllersPage() {}

    static String markdown() {
        String rows = InterfaceNamer.all().stream()
                .map(namer -> "| %s | `%s` | %s | %s | %s | %s | %s |%n"
                        .formatted(
                                namer.name(),
                                namer.account(),
                                code(namer.namespaces()),
                                code(namer.names()),
                                namer.wholeAnnotation() ? "the whole annotation" : "names",
                                namer.reason(),
                                namer.source()))
                .collect(Collectors.joining());
        return GeneratedDocs.HEADER + """
                # Other controllers

                Some controllers give interfaces names that they look for later. MH109 does not replace these names. All other
                rules apply to their pods: rules about eth0, namespaces and node harm make no exception.

                A controller is recognized by its service account, or for the fixed names below by the namespace of its
                installation. Labels, annotations and owner references do not count, because any author can set them. To add an
                account, set `MULTIHOMING_INTERFACE_NAMING_EXEMPT_USERS` ([configuration](configuration.md)).

                | controller | account | namespaces | fixed names | unchanged | otherwise | source |
                |---|---|---|---|---|---|---|
                """ + rows + """

                KubeVirt's controller may also select the networks of its binding plugins from any namespace:
                """
                + code(Settings.DEFAULTS.references().machineBindings()) + ".\n\n" + """
                So it may those that the KubeVirt object names in `spec.configuration.network.binding`, which the webhook reads every
                ten minutes (`MULTIHOMING_CLUSTER_FACTS_INTERVAL`). `MULTIHOMING_MACHINE_BINDING_REFERENCES` adds others.

                Kube-OVN puts the name of an interface into the keys of other annotations
                (`<network>.<namespace>.ovn.<interface>.kubernetes.io/…`). Any author can write such a key, so it does not
                exempt the name: MH109 does not replace it, and reports it with the key that uses it.
                """;
    }

    private static String code(Collection<String> words) {
        return words.stream().sorted().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }
}
