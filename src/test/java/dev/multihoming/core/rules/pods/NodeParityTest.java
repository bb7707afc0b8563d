package dev.multihoming.core.rules.pods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Annotations that were tried on the real Multus (node-behavior.md#json-elements, #shorthand-list,
/// #interface-names): what it refused is refused, and what it attached is not called impossible.
class NodeParityTest {
    /// The rules that say what the node would do; the others say what we allow.
    private static final Set<String> OF_THE_NODE = Set.of("MH101", "MH104", "MH106", "MH108", "MH110", "MH114");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a,b",
                "a@net1,b@net2",
                "[{\"name\":\"a\",\"interface\":\"net1\"},{\"name\":\"b\",\"interface\":\"net2\"}]",
                "a@net2,b@net1",
                "a,b@net3",
                "a,a",
                "a@foo",
                "a@net345678901234",
                "a@NET1",
                "a@net0",
                "a@net01",
                "[{\"name\":\"a\",\"interfaceRequest\":\"net1\"}]",
                "[{\"name\":\"a\",\"interface\":\"net2\",\"interfaceRequest\":\"eth0\"}]",
                "[{\"name\":\"a\",\"Interface\":\"net5\"}]",
                "[{\"name\":\"a\",\"interface\":\"net1\",\"INTERFACE\":\"sneaky\"}]",
                "[{\"name\":\"a\",\"namespace\":\"tenant-a\",\"NAMESPACE\":\"tenant-b\"}]",
                "~tenant-a / a @ net1~",
                "~a,\n b~",
                "a@",
                "/a",
                "null",
                "[{\"name\":\"a.b\"}]",
                "[]",
                "~ \n[{\"name\":\"a\"}]\t~",
                "[{\"name\":\"a\",\"unknown\":{\"x\":1}}]",
                "[{\"name\":\"a\",\"interface\":\"\"}]",
                "[{\"name\":\"a\",\"interface\":null}]",
                "[{\"name\":\"a\",\"mac\":\"02:00:00:00:00:01\"}]",
                "[{\"name\":\"a\",\"mac\":\"02-00-00-00-00-01\"}]",
                "[{\"name\":\"a\",\"mac\":\"0200.0000.0001\"}]",
                "[{\"name\":\"a\",\"mac\":\"02:00:00:00:00:00:00:01\"}]",
                "[{\"name\":\"a\",\"mac\":\"01:00:00:00:00:01\"}]",
                "[{\"name\":\"a\",\"mac\":\"00:00:00:00:00:00\"}]",
                "[{\"name\":\"a\",\"gateway\":[\"10.1.2.1\"]}]",
                "[{\"name\":\"a\",\"interface\":\"öö\"}]",
                "[{\"name\":\"a\",\"interface\":\"$(x);\"}]",
                "[{\"name\":\"a\",\"name\u017Fpace\":\"tenant-b\"}]",
                "[{\"name\":\"a\",\"\\u0049nterface\":\"net5\"}]"
            })
    void theNodeTakesIt(String annotation) {
        assertThat(PodRequest.create(annotation).codes()).as(annotation).doesNotContainAnyElementsOf(OF_THE_NODE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a@net2,b",
                "a,b@net1",
                "a@net1,b@net1",
                "a@eth0",
                "a@lo",
                "a@net3456789012345",
                "[{\"name\":\"a\",\"interface\":\"net3456789012345\"}]",
                "[{\"name\":\"a\",\"interface\":\"a/b\"}]",
                "[{\"name\":\"a\",\"interface\":\"a b\"}]",
                "[{\"name\":\"a\",\"interface\":\".\"}]",
                "[{\"name\":\"a\",\"interface\":\"..\"}]",
                "a@x:1",
                "[{\"name\":\"a\",\"interface\":\"x:1\"}]",
                "~ ~",
                "a,",
                ",a",
                "a,,b",
                "x/y/a",
                "a@b@c",
                "tenant-a/",
                "A",
                "a.b",
                "a_b",
                "-a",
                "a-",
                "{\"name\":\"a\"}",
                "[\"a\"]",
                "\"a\"",
                "[null]",
                "[{\"name\":\"tenant-a/a\"}]",
                "[{\"name\":\"a@net1\"}]",
                "[{\"name\":\"tenant-a/a@net1\"}]",
                "[{\"name\":\"a\"}] x",
                "[{\"name\":\"a\"},]",
                "[{\"name\":\"a\",\"interface\":1}]",
                "[{\"name\":\"a\",\"ips\":[\"10.1.2\"]}]",
                "[{\"name\":\"a\",\"ips\":[\"10.1.2.3/33\"]}]",
                "[{\"name\":\"a\",\"infiniband-guid\":\"x\"}]",
                "[{\"name\":\"a\",\"default-route\":[\"x\"]}]",
                "[{\"name\":\"a\",\"default-route\":\"10.1.2.1\"}]",
                "[{\"name\":\"a\",\"default-route\":[\"10.1.2.1\"]},{\"name\":\"b\",\"default-route\":[\"10.1.3.1\"]}]",
                "[{\"name\":\"a\",\"cni-args\":\"x\"}]",
                "[{\"name\":\"a\",\"bandwidth\":{\"ingressRate\":\"1\"}}]",
                "a@net%d",
                "[{\"name\":\"a\",\"interface\":\"öööööööö\"}]",
                "a@all",
                "a@default"
            })
    void theNodeRefusesIt(String annotation) {
        assertThat(PodRequest.create(annotation).codes()).as(annotation).containsAnyElementsOf(OF_THE_NODE);
    }

    @ParameterizedTest(name = "{0} with one network of the cluster's own")
    @CsvSource({"'a,b',true", "'a@net1,bond',false", "'a@net2,b@net3',true"})
    void positionsStartAfterTheClustersOwnNetworks(String annotation, boolean taken) {
        var codes = PodRequest.create(annotation).whereTheClusterAdds(1).codes();
        assertThat(codes.stream().noneMatch(OF_THE_NODE::contains))
                .as(annotation)
                .isEqualTo(taken);
    }
}
