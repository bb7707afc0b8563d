package dev.multihoming.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.plugins.LinkClaim.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkClaimTest {
    /// What is looked up is what a comparison of all would find.
    @ParameterizedTest
    @EnumSource
    void rivalsAreThoseThatStandInTheWay(Kind kind) {
        List<LinkClaim> all = Arrays.stream(Kind.values())
                .flatMap(it -> Stream.of(false, true).map(inPod -> new LinkClaim(it, "ens4", vlan(it), inPod)))
                .toList();
        LinkClaim claim = new LinkClaim(kind, "ens4", vlan(kind), false);

        assertThat(claim.rivals())
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .filter(taken -> taken.excludes(claim) || taken.takesFrom(claim))
                        .toList());
    }

    private static long vlan(Kind kind) {
        return kind == Kind.VLAN ? 7 : 0;
    }

    @Test
    void aLinkOfThePodIsAnotherOneThanThatOfTheNode() {
        LinkClaim ofTheNode = new LinkClaim(Kind.WHOLE_LINK, "net1");

        assertThat(ofTheNode.excludes(new LinkClaim(Kind.WHOLE_LINK, "net1", 0, true)))
                .isFalse();
        assertThat(new LinkClaim(Kind.DEVICE, "net1").takesFrom(new LinkClaim(Kind.MACVLAN, "net1", 0, true)))
                .isFalse();
    }

    @Test
    void aNameThatNoLinkHasIsQuoted() {
        assertThat(new LinkClaim(Kind.MACVLAN, "ens4").words()).isEqualTo("puts a macvlan on ens4");
        assertThat(new LinkClaim(Kind.MACVLAN, "a\n\u001b[31m").words())
                .startsWith("puts a macvlan on \"a")
                .doesNotContain("\n", "\u001b");
        assertThat(new LinkClaim(Kind.MACVLAN, "x".repeat(5_000)).words()).hasSizeLessThan(1_000);
    }
}
