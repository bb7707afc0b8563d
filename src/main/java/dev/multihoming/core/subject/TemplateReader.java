package dev.multihoming.core.subject;

import dev.multihoming.core.multus.NetworkSelectionsReader;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes subjects out of objects that describe pods they do not make at once.
public final class TemplateReader {
    private TemplateReader() {}

    /// How an object holds its template.
    ///
    /// @param path of the innermost template
    /// @param levels how many templates lie within each other on the way there
    public record Shape(String kind, String path, int levels) {
        /// The JSON pointer of the template; empty for the object itself.
        public String pointer() {
            return pointer(path);
        }

        /// The same of another path.
        public static String pointer(String path) {
            return path.isEmpty() ? "" : "/" + path.replace('.', '/');
        }
    }

    /// Empty where an UPDATE leaves everything as it was that matters here.
    public static Optional<Subject> workload(
            String namespace, Shape shape, Operation operation, ObjectFields now, ObjectFields before) {
        ObjectFields template = innermost(now, shape);
        ObjectFields old = operation == Operation.UPDATE ? innermost(before, shape) : ObjectFields.NONE;
        ObjectFields oldOwn = operation == Operation.UPDATE ? before : ObjectFields.NONE;
        if (operation == Operation.UPDATE && saysTheSame(now, oldOwn) && saysTheSame(template, old)) {
            return Optional.empty();
        }
        return Optional.of(new Workload(
                shape.kind(),
                namespace,
                now.displayName(),
                shape.path(),
                now.annotations(),
                Set.copyOf(now.misspeltKeys()),
                Set.copyOf(template.misspeltKeys()),
                pod(namespace, now, template, old),
                copies(now, shape)));
    }

    /// The innermost number counts: that of a CronJob's Jobs.
    private static Copies copies(ObjectFields object, Shape shape) {
        Copies copies = object.copies();
        ObjectFields inner = object.template();
        for (int level = 1; level < shape.levels() && inner != null; level++) {
            copies = inner.copies().of(copies);
            inner = inner.template();
        }
        return copies;
    }

    /// Empty where an UPDATE leaves everything as it was that matters here.
    public static Optional<Subject> machine(
            String namespace, Shape shape, Operation operation, ObjectFields now, ObjectFields before) {
        ObjectFields instance = innermost(now, shape);
        ObjectFields old = operation == Operation.UPDATE ? innermost(before, shape) : ObjectFields.NONE;
        Set<MachineNetwork> known =
                old.networks().stream().map(MachineNetwork::anywhere).collect(Collectors.toSet());
        List<MachineNetwork> brought = instance.networks().stream()
                .filter(network -> !known.contains(network.anywhere()))
                .toList();
        if (operation == Operation.UPDATE
                && brought.isEmpty()
                && instance.annotations().equals(old.annotations())) {
            return Optional.empty();
        }
        return Optional.of(new VirtualMachine(
                shape.kind(),
                namespace,
                now.displayName(),
                shape.path(),
                instance.networks(),
                brought,
                pod(namespace, now, instance, old),
                copies(now, shape)));
    }

    /// Empty where an UPDATE brings no other config.
    public static Optional<Subject> operator(
            Operation operation, ObjectFields now, ObjectFields before, int maxConfigBytes) {
        Set<AdditionalNetwork> known =
                operation == Operation.UPDATE ? Set.copyOf(before.additionalNetworks()) : Set.of();
        List<OperatorNetworks.Made> made = now.additionalNetworks().stream()
                .filter(network -> !network.config().isEmpty() && !known.contains(network))
                .flatMap(network -> made(network, maxConfigBytes).stream())
                .toList();
        return made.isEmpty() ? Optional.empty() : Optional.of(new OperatorNetworks(now.displayName(), made));
    }

    private static Optional<OperatorNetworks.Made> made(AdditionalNetwork network, int maxConfigBytes) {
        ObjectFields nad = new ObjectFields(network.name(), "", NetworkAnnotations.NONE, false, network.config());
        String namespace = network.namespace().isEmpty() ? "default" : network.namespace();
        String path = "spec.additionalNetworks[" + network.index() + "]." + network.field();
        return SubjectReader.nad(namespace, Operation.CREATE, nad, ObjectFields.NONE, maxConfigBytes)
                .map(subject -> new OperatorNetworks.Made(path, network.isWritten(), (Nad) subject));
    }

    private static boolean saysTheSame(ObjectFields now, ObjectFields before) {
        return now.annotations().equals(before.annotations())
                && now.misspeltKeys().equals(before.misspeltKeys());
    }

    private static ObjectFields innermost(ObjectFields object, Shape shape) {
        ObjectFields inner = object;
        for (int level = 0; level < shape.levels(); level++) {
            ObjectFields next = inner.template();
            inner = next == null ? ObjectFields.NONE : next;
        }
        return inner;
    }

    /// A pod that is yet to be made.
    private static Pod pod(String namespace, ObjectFields owner, ObjectFields template, ObjectFields old) {
        String networks =
                changed(template.annotations().networks(), old.annotations().networks());
        String defaultNetwork = changed(
                template.annotations().defaultNetwork(), old.annotations().defaultNetwork());
        return new Pod(
                namespace,
                owner.displayName() + "-*",
                Operation.CREATE,
                template.hostNetwork(),
                new NetworkAnnotations(networks, defaultNetwork),
                NetworkAnnotations.NONE,
                networks == null || networks.isEmpty() ? null : NetworkSelectionsReader.read(networks),
                null,
                template.placement(),
                template.networkStatus(),
                template.texts());
    }

    private static @Nullable String changed(@Nullable String now, @Nullable String before) {
        return Objects.equals(now, before) ? null : now;
    }
}
