package dev.multihoming.core.rules.pods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The annotations that were tried on the real Multus (facts A, by their RIG numbers): what it refused is
/// refused, and what it attached is not called impossible.
class NodeParityTest {
    /// The rules that say what the node would do; the others say what we allow.
    private static final Set<String> OF_THE_NODE = Set.of("MH101", "MH104", "MH106", "MH108", "MH110", "MH114");

    @ParameterizedTest(name = "RIG {0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "01|a,b",
                "02|a@net1,b@net2",
                "03|[{\"name\":\"a\",\"interface\":\"net1\"},{\"name\":\"b\",\"interface\":\"net2\"}]",
                "04|a@net2,b@net1",
                "05|a,b@net3",
                "11|a,a",
                "12|a@foo",
                "13|a@net345678901234",
                "21|a@NET1",
                "22|a@net0",
                "23|a@net01",
                "24|[{\"name\":\"a\",\"interfaceRequest\":\"net1\"}]",
                "25|[{\"name\":\"a\",\"interface\":\"net2\",\"interfaceRequest\":\"eth0\"}]",
                "26|[{\"name\":\"a\",\"Interface\":\"net5\"}]",
                "27|[{\"name\":\"a\",\"interface\":\"net1\",\"INTERFACE\":\"sneaky\"}]",
                "28|[{\"name\":\"a\",\"namespace\":\"tenant-a\",\"NAMESPACE\":\"tenant-b\"}]",
                "35|~tenant-a / a @ net1~",
                "36|~a,\n b~",
                "39|a@",
                "40|/a",
                "47|null",
                "48|[{\"name\":\"a.b\"}]",
                "52|[]",
                "60|~ \n[{\"name\":\"a\"}]\t~",
                "61|[{\"name\":\"a\",\"unknown\":{\"x\":1}}]",
                "63|[{\"name\":\"a\",\"interface\":\"\"}]",
                "64|[{\"name\":\"a\",\"interface\":null}]",
                "65|[{\"name\":\"a\",\"mac\":\"02:00:00:00:00:01\"}]",
                "66|[{\"name\":\"a\",\"mac\":\"02-00-00-00-00-01\"}]",
                "67|[{\"name\":\"a\",\"mac\":\"0200.0000.0001\"}]",
                "68|[{\"name\":\"a\",\"mac\":\"02:00:00:00:00:00:00:01\"}]",
                "69|[{\"name\":\"a\",\"mac\":\"01:00:00:00:00:01\"}]",
                "70|[{\"name\":\"a\",\"mac\":\"00:00:00:00:00:00\"}]",
                "124|[{\"name\":\"a\",\"gateway\":[\"10.1.2.1\"]}]",
                "134|[{\"name\":\"a\",\"interface\":\"öö\"}]",
                "138|[{\"name\":\"a\",\"interface\":\"$(x);\"}]",
                "401|[{\"name\":\"a\",\"name\u017Fpace\":\"tenant-b\"}]",
                "403|[{\"name\":\"a\",\"\\u0049nterface\":\"net5\"}]"
            })
    void theNodeTakesIt(String rig, String annotation) {
        assertThat(PodRequest.create(annotation).codes()).as(rig).doesNotContainAnyElementsOf(OF_THE_NODE);
    }

    @ParameterizedTest(name = "RIG {0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "06|a@net2,b",
                "07|a,b@net1",
                "08|a@net1,b@net1",
                "09|a@eth0",
                "10|a@lo",
                "14|a@net3456789012345",
                "15|[{\"name\":\"a\",\"interface\":\"net3456789012345\"}]",
                "16|[{\"name\":\"a\",\"interface\":\"a/b\"}]",
                "17|[{\"name\":\"a\",\"interface\":\"a b\"}]",
                "18|[{\"name\":\"a\",\"interface\":\".\"}]",
                "18|[{\"name\":\"a\",\"interface\":\"..\"}]",
                "19|a@x:1",
                "20|[{\"name\":\"a\",\"interface\":\"x:1\"}]",
                "30|~ ~",
                "31|a,",
                "32|,a",
                "33|a,,b",
                "37|x/y/a",
                "38|a@b@c",
                "41|tenant-a/",
                "42|A",
                "43|a.b",
                "44|a_b",
                "45|-a",
                "46|a-",
                "49|{\"name\":\"a\"}",
                "50|[\"a\"]",
                "51|\"a\"",
                "53|[null]",
                "55|[{\"name\":\"tenant-a/a\"}]",
                "56|[{\"name\":\"a@net1\"}]",
                "57|[{\"name\":\"tenant-a/a@net1\"}]",
                "58|[{\"name\":\"a\"}] x",
                "59|[{\"name\":\"a\"},]",
                "62|[{\"name\":\"a\",\"interface\":1}]",
                "71|[{\"name\":\"a\",\"ips\":[\"10.1.2\"]}]",
                "72|[{\"name\":\"a\",\"ips\":[\"10.1.2.3/33\"]}]",
                "74|[{\"name\":\"a\",\"infiniband-guid\":\"x\"}]",
                "75|[{\"name\":\"a\",\"default-route\":[\"x\"]}]",
                "76|[{\"name\":\"a\",\"default-route\":\"10.1.2.1\"}]",
                "77|[{\"name\":\"a\",\"default-route\":[\"10.1.2.1\"]},{\"name\":\"b\",\"default-route\":[\"10.1.3.1\"]}]",
                "78|[{\"name\":\"a\",\"cni-args\":\"x\"}]",
                "80|[{\"name\":\"a\",\"bandwidth\":{\"ingressRate\":\"1\"}}]",
                "133|a@net%d",
                "135|[{\"name\":\"a\",\"interface\":\"öööööööö\"}]",
                "136|a@all",
                "137|a@default"
            })
    void theNodeRefusesIt(String rig, String annotation) {
        assertThat(PodRequest.create(annotation).codes()).as(rig).containsAnyElementsOf(OF_THE_NODE);
    }

    @ParameterizedTest(name = "RIG {0}: {1} with one network of the cluster's own")
    @CsvSource({"129,'a,b',true", "130,'a@net1,bond',false", "131,'a@net2,b@net3',true"})
    void positionsStartAfterTheClustersOwnNetworks(String rig, String annotation, boolean taken) {
        var codes = PodRequest.create(annotation).whereTheClusterAdds(1).codes();
        assertThat(codes.stream().noneMatch(OF_THE_NODE::contains)).as(rig).isEqualTo(taken);
    }
}
