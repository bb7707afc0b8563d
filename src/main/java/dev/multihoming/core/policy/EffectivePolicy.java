package dev.multihoming.core.policy;

import dev.multihoming.core.policy.Verdict.Exempted;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Finding;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Settings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The policy that governs one request: for every rule what becomes of its findings, and what rules need to
/// know of it.
public final class EffectivePolicy {
    /// Every rule in the mode its card states.
    public static final EffectivePolicy BUILT_IN =
            new EffectivePolicy(PolicyNotice.BUILT_IN, List.of(), Map.of(), Settings.DEFAULTS, List.of());

    /// Rules about policies themselves, harm to nodes, and our own failures.
    private static final List<String> ABOVE_POLICIES = List.of("MH5", Card.NODE_HARM, "MH9");

    private static final String THE_REST = "*";

    private final PolicyNotice notice;
    private final List<Card> known;
    private final Map<String, Mode> modes;
    private final Settings settings;
    private final List<Exemption> exemptions;

    private EffectivePolicy(
            PolicyNotice notice,
            List<Card> known,
            Map<String, Mode> modes,
            Settings settings,
            List<Exemption> exemptions) {
        this.notice = notice;
        this.known = known;
        this.modes = Map.copyOf(modes);
        this.settings = settings;
        this.exemptions = List.copyOf(exemptions);
    }

    /// Whether a policy can say what becomes of that rule.
    public static boolean isOpen(Card card) {
        return ABOVE_POLICIES.stream().noneMatch(card.code()::startsWith);
    }

    /// The same with other settings.
    public EffectivePolicy with(Settings others) {
        return new EffectivePolicy(notice, known, modes, others, exemptions);
    }

    /// The same with exemptions.
    EffectivePolicy exempting(List<Exemption> those) {
        return new EffectivePolicy(notice, known, modes, settings, those);
    }

    /// The codes of the rules that are named both by code and by name.
    List<String> namedTwice(Set<String> named) {
        return known.stream()
                .filter(card -> named.contains(card.code()) && named.contains(card.name()))
                .map(Card::code)
                .toList();
    }

    /// The same decisions with every rule by its code, so that one rule has one mode in a chain of policies. A mode by
    /// name wins: those by code can come from `defaults`, and to write both is refused.
    Decisions byCode(Decisions decisions) {
        Map<String, Mode> rules = new HashMap<>(decisions.rules());
        for (Card card : known) {
            Mode named = rules.remove(card.name());
            if (named != null) {
                rules.put(card.code(), named);
            }
        }
        return decisions.withRules(rules);
    }

    /// This policy where the other one says nothing; `decisions` have their rules by code.
    EffectivePolicy under(String name, Decisions decisions) {
        Map<String, Mode> decided = new HashMap<>(modes);
        for (Card card : known) {
            Mode mode = modeOf(card, decisions.rules());
            if (mode != null && isOpen(card)) {
                decided.put(card.code(), mode);
            }
        }
        PolicyNotice signed = new PolicyNotice(
                name,
                Objects.requireNonNullElse(decisions.owner(), ""),
                Objects.requireNonNullElse(decisions.contact(), ""));
        return new EffectivePolicy(signed, known, decided, decisions.applyTo(settings), exemptions);
    }

    private static @Nullable Mode modeOf(Card card, Map<String, Mode> rules) {
        return rules.getOrDefault(card.code(), rules.get(THE_REST));
    }

    public Settings settings() {
        return settings;
    }

    public PolicyNotice notice() {
        return notice;
    }

    /// With other modes for some rules, each by its code or its name.
    ///
    /// @throws IllegalArgumentException with a sentence for the administrator: an unknown rule, one of our own
    ///     failures, or one in both sets
    public static EffectivePolicy of(List<Card> known, Set<String> enforced, Set<String> warned) {
        Map<String, Mode> modes = known.stream()
                .filter(card -> isNamed(card, enforced) || isNamed(card, warned))
                .collect(Collectors.toMap(Card::code, card -> isNamed(card, enforced) ? Mode.ENFORCE : Mode.WARN));
        refuse(enforced, rule -> known.stream().noneMatch(card -> is(card, rule)), "is no rule");
        refuse(warned, rule -> known.stream().noneMatch(card -> is(card, rule)), "is no rule");
        refuse(warned, rule -> enforced.contains(rule), "is to be enforced and to warn");
        known.stream()
                .filter(card -> modes.containsKey(card.code()) && !isOpen(card))
                .findFirst()
                .ifPresent(card -> {
                    throw new IllegalArgumentException(card.code() + " always denies; no setting changes that.");
                });
        return new EffectivePolicy(PolicyNotice.BUILT_IN, List.copyOf(known), modes, Settings.DEFAULTS, List.of());
    }

    public Verdict judge(List<Finding> findings, ReviewAttributes attributes) {
        if (findings.isEmpty()) {
            return Verdict.NOTHING;
        }
        List<Exempted> exempted = new ArrayList<>(0);
        Map<Mode, List<Finding>> byMode = new EnumMap<>(Mode.class);
        for (Finding finding : findings) {
            exemption(finding.card(), attributes)
                    .ifPresentOrElse(
                            exemption -> exempted.add(new Exempted(finding, exemption)),
                            () -> byMode.computeIfAbsent(mode(finding.card()), _ -> new ArrayList<>(findings.size()))
                                    .add(finding));
        }
        return new Verdict(
                byMode.getOrDefault(Mode.ENFORCE, List.of()),
                byMode.getOrDefault(Mode.WARN, List.of()),
                byMode.getOrDefault(Mode.AUDIT, List.of()),
                exempted,
                notice);
    }

    /// Whether what the rule would repair is repaired.
    public boolean repairs(Card card, ReviewAttributes attributes) {
        return mode(card).repairs() && exemption(card, attributes).isEmpty();
    }

    private Optional<Exemption> exemption(Card card, ReviewAttributes attributes) {
        if (exemptions.isEmpty() || !isOpen(card)) {
            return Optional.empty();
        }
        return exemptions.stream()
                .filter(exemption -> exemption.exempts(card, attributes))
                .findFirst();
    }

    /// How many exemptions hold at that moment, in seconds since the epoch.
    public int exemptionsAt(long now) {
        return (int) exemptions.stream().filter(it -> now < it.ends()).count();
    }

    /// What becomes of every rule's findings, by code.
    public SortedMap<String, Mode> modes() {
        SortedMap<String, Mode> table = new TreeMap<>();
        known.forEach(card -> table.put(card.code(), mode(card)));
        return table;
    }

    Mode mode(Card card) {
        return modes.getOrDefault(card.code(), card.mode());
    }

    private static boolean isNamed(Card card, Set<String> rules) {
        return rules.contains(card.code()) || rules.contains(card.name());
    }

    private static boolean is(Card card, String rule) {
        return card.code().equals(rule) || card.name().equals(rule);
    }

    private static void refuse(Set<String> rules, Predicate<String> is, String why) {
        rules.stream().filter(is).sorted().findFirst().ifPresent(rule -> {
            throw new IllegalArgumentException("The rule " + rule + " " + why + ".");
        });
    }
}
