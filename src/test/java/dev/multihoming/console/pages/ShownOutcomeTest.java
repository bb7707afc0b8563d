package dev.multihoming.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.console.engine.PolicyChanges.Outcome;
import dev.multihoming.console.engine.PolicyChanges.Row;
import dev.multihoming.console.engine.PolicyChanges.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A comparison is in the language of its reader; names, codes and messages of rules stay as they are.
class ShownOutcomeTest {
    private static final Outcome OUTCOME = new Outcome(
            "the built-in policy",
            "2 policies, 1 exemption: adds MultiHomingPolicy/a, removes warned, MH105=Warn",
            List.of(
                    new Section(
                            "Newly denied",
                            List.of("NAMESPACE", "OWNER", "RULE", "CHANGE", "OBJECTS"),
                            1,
                            List.of(new Row(
                                    List.of("now", "Pod/denied", "MH105 cross", "warned → denied", "1 Pod"),
                                    "MH105",
                                    "Pod shop/denied: a message"))),
                    new Section(
                            "Governed by another policy",
                            List.of("NAMESPACE", "NOW", "PROPOSED", "ENFORCED ANEW", "NO LONGER ENFORCED"),
                            1,
                            List.of(new Row(List.of("shop", "(built-in)", "warned", "MH105", "-"), "", "")))),
            List.of("Only the first 20,000 objects were looked at; choose a namespace to see all of it."),
            "3 objects newly denied in 2 namespaces, 1 newly allowed, 0 changed, 40 unchanged.",
            "multihoming policy diff");

    @Test
    void itIsInChinese() {
        ShownOutcome shown = new PageRequest(Language.CHINESE, "").answer(() -> ShownOutcome.of(OUTCOME));

        assertThat(shown.current()).isEqualTo("内置策略");
        assertThat(shown.proposed()).isEqualTo("2 个策略，1 个豁免: 添加 MultiHomingPolicy/a, 移除 warned, MH105=Warn");
        assertThat(shown.summary()).isEqualTo("2 个命名空间中有 3 个对象将被新拒绝，1 个将被新允许，0 个有变化，40 个不变。");
        assertThat(shown.gaps()).containsExactly("只查看了前 20,000 个对象；请选择一个命名空间以查看其全部对象。");
        assertThat(shown.command()).isEqualTo(OUTCOME.command());
        assertThat(shown.sections()).extracting(Section::title).containsExactly("新拒绝", "改由其他策略管辖");
        assertThat(shown.sections()).flatExtracting(Section::heads).allMatch(it -> it.matches("\\p{IsHan}+"));
        assertThat(shown.sections().getFirst().rows().getFirst())
                .isEqualTo(new Row(
                        List.of("now", "Pod/denied", "MH105 cross", "警告 → 拒绝", "1 Pod"),
                        "MH105",
                        "Pod shop/denied: a message"));
        assertThat(shown.sections().getLast().rows().getFirst().cells())
                .containsExactly("shop", "（内置）", "warned", "MH105", "-");
        assertThat(shown.rules()).containsOnlyKeys("MH105");
    }

    @Test
    void inEnglishItIsAsTheCommandSaysIt() {
        ShownOutcome shown = ShownOutcome.of(OUTCOME);

        assertThat(List.of(shown.current(), shown.proposed(), shown.summary()))
                .containsExactly(OUTCOME.current(), OUTCOME.proposed(), OUTCOME.summary());
        assertThat(shown.gaps()).isEqualTo(OUTCOME.gaps());
        assertThat(shown.sections())
                .extracting(Section::rows)
                .isEqualTo(OUTCOME.sections().stream().map(Section::rows).toList());
        assertThat(shown.sections().getLast().heads())
                .containsExactly("Namespace", "Now", "Proposed", "Enforced anew", "No longer enforced");
        assertThat(shown.sections().getLast().title()).isEqualTo("Governed by another policy");
        assertThat(shown.rules()).isEmpty();
    }
}
