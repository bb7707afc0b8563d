package dev.multihoming.core.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.subject.TemplateReader.Shape;
import dev.multihoming.plane.ProcessorTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemplateReaderTest {
    private static final Shape SHAPE = new Shape("VirtualMachineInstance", "spec", 0);

    /// Of processor time, whatever else the machine does: a thousand times what it takes, and a fraction of what a
    /// square would.
    private static final Duration FAR_TOO_LONG = Duration.ofMinutes(2);

    @Test
    void networksAreComparedInLinearTime() {
        ObjectFields now = machine("a", 500_000);
        ObjectFields before = machine("b", 500_000);

        Optional<Subject> subject = ProcessorTime.atMost(
                FAR_TOO_LONG, () -> TemplateReader.machine("tenant-a", SHAPE, Operation.UPDATE, now, before));

        assertThat(subject)
                .containsInstanceOf(VirtualMachine.class)
                .hasValueSatisfying(
                        it -> assertThat(((VirtualMachine) it).brought()).hasSize(500_000));
    }

    @Test
    void aNetworkThatOnlyMovesIsNotBrought() {
        ObjectFields now = of(List.of(network(0, "b"), network(1, "a"), network(2, "c")));
        ObjectFields before = of(List.of(network(0, "a"), network(1, "b")));

        assertThat(TemplateReader.machine("tenant-a", SHAPE, Operation.UPDATE, now, before))
                .hasValueSatisfying(it -> assertThat(((VirtualMachine) it).brought())
                        .extracting(MachineNetwork::networkName)
                        .containsExactly("c"));
        assertThat(TemplateReader.machine("tenant-a", SHAPE, Operation.UPDATE, before, now))
                .isEmpty();
    }

    private static ObjectFields machine(String prefix, int networks) {
        return of(IntStream.range(0, networks)
                .mapToObj(i -> network(i, prefix + i))
                .toList());
    }

    private static MachineNetwork network(int index, String name) {
        return new MachineNetwork(index, "", false, true, name, false, "", false, false);
    }

    private static ObjectFields of(List<MachineNetwork> networks) {
        return new ObjectFields(
                "vm",
                "",
                NetworkAnnotations.NONE,
                false,
                null,
                PodPlacement.NONE,
                "",
                Set.of(),
                networks,
                null,
                false,
                List.of(),
                Copies.NONE,
                PodTexts.NONE,
                null);
    }
}
