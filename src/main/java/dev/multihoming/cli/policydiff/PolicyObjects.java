package dev.multihoming.cli.policydiff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.PolicyFiles;
import dev.multihoming.core.api.MultiHomingPolicy;
import dev.multihoming.core.policy.NamespaceMatch;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Mode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// MultiHomingPolicies and MultiHomingExemptions as they are written, so that a proposal can change them.
public final class PolicyObjects {
    public static final PolicyObjects NONE = new PolicyObjects(new TreeMap<>());

    /// The policy that carries modes to namespaces that no policy governs. Its priority is the lowest that a
    /// policy can have: every other policy goes before it.
    static final String CATCH_ALL = "policy-diff-rule-overrides";

    private static final int LOWEST_PRIORITY = -1_000_000;

    private static final String POLICY = "MultiHomingPolicy";
    private static final String EXEMPTION = "MultiHomingExemption";
    private static final Map<String, String> SHORT_KINDS = Map.of("policy/", POLICY, "exemption/", EXEMPTION);

    /// By `kind/name`.
    private final SortedMap<String, JsonNode> byTitle;

    private PolicyObjects(SortedMap<String, JsonNode> byTitle) {
        this.byTitle = byTitle;
    }

    /// Whether that object is a policy or an exemption.
    public static boolean isOne(JsonNode object) {
        return object.path("apiVersion").asText().startsWith(MultiHomingPolicy.GROUP + "/")
                && Set.of(POLICY, EXEMPTION).contains(object.path("kind").asText());
    }

    /// Of those objects.
    ///
    /// @throws CannotRun where two of one kind have one name
    public static PolicyObjects of(Collection<? extends JsonNode> objects) {
        SortedMap<String, JsonNode> byTitle = new TreeMap<>();
        for (JsonNode object : objects) {
            String title = title(object);
            if (byTitle.put(title, object) != null) {
                throw new CannotRun("%s is given twice; leave one out.".formatted(title));
            }
        }
        return new PolicyObjects(byTitle);
    }

    private static String title(JsonNode object) {
        return object.path("kind").asText() + "/" + object.at("/metadata/name").asText();
    }

    /// These and the others; the others replace those of the same kind and name.
    public PolicyObjects with(PolicyObjects others) {
        SortedMap<String, JsonNode> all = new TreeMap<>(byTitle);
        all.putAll(others.byTitle);
        return new PolicyObjects(all);
    }

    /// All but the policy or exemption of that name; `policy/NAME` and `exemption/NAME` tell two of one name apart.
    ///
    /// @throws CannotRun where there is none, or more than one
    public PolicyObjects without(String name) {
        List<String> titles =
                byTitle.keySet().stream().filter(title -> isMeant(title, name)).toList();
        if (titles.size() != 1) {
            throw new CannotRun(
                    titles.isEmpty()
                            ? "There is no policy or exemption %s.".formatted(name)
                            : "A policy and an exemption are called %s; write policy/%s or exemption/%s."
                                    .formatted(name, name, name));
        }
        SortedMap<String, JsonNode> rest = new TreeMap<>(byTitle);
        rest.remove(titles.getFirst());
        return new PolicyObjects(rest);
    }

    private static boolean isMeant(String title, String name) {
        String kind = title.substring(0, title.indexOf('/'));
        return title.equals(kind + "/" + name)
                || SHORT_KINDS.entrySet().stream()
                        .anyMatch(word -> word.getValue().equals(kind) && name.equals(word.getKey() + nameOf(title)));
    }

    private static String nameOf(String title) {
        return title.substring(title.indexOf('/') + 1);
    }

    /// As if every policy set these modes, and a policy for all other namespaces set them too.
    public PolicyObjects withModes(Map<Card, Mode> modes) {
        if (modes.isEmpty()) {
            return this;
        }
        SortedMap<String, JsonNode> changed = new TreeMap<>(byTitle);
        if (parsed().policies().stream().noneMatch(policy -> policy.namespaces().equals(NamespaceMatch.ALL))) {
            JsonNode catchAll = catchAll();
            changed.put(title(catchAll), catchAll);
        }
        changed.replaceAll((title, object) -> title.startsWith(POLICY + "/") ? withModes(object, modes) : object);
        return new PolicyObjects(changed);
    }

    private static JsonNode catchAll() {
        ObjectNode policy = JsonNodeFactory.instance.objectNode();
        policy.put("apiVersion", MultiHomingPolicy.GROUP + "/" + MultiHomingPolicy.VERSION)
                .put("kind", POLICY);
        policy.putObject("metadata").put("name", CATCH_ALL);
        policy.putObject("spec").put("priority", LOWEST_PRIORITY);
        return policy;
    }

    private static JsonNode withModes(JsonNode policy, Map<Card, Mode> modes) {
        ObjectNode copy = policy.deepCopy();
        ObjectNode rules = copy.withObject("/spec/rules");
        modes.forEach((card, mode) -> {
            // A rule that is named twice is refused.
            rules.remove(card.name());
            rules.put(card.code(), mode.word());
        });
        return copy;
    }

    /// As the engine takes them.
    ///
    /// @throws CannotRun for one that the schema of its CRD would have refused
    public PolicyFiles parsed() {
        return PolicyFiles.of(byTitle.values());
    }

    /// In the order of their kinds and names.
    public List<JsonNode> all() {
        return List.copyOf(byTitle.values());
    }

    /// Each as `kind/name`, in order.
    List<String> titles() {
        return List.copyOf(byTitle.keySet());
    }

    boolean has(String title) {
        return byTitle.containsKey(title);
    }

    public boolean isEmpty() {
        return byTitle.isEmpty();
    }

    /// `2 policies, 1 exemption`.
    public String count() {
        if (isEmpty()) {
            return "the built-in policy";
        }
        long policies = byTitle.keySet().stream()
                .filter(title -> title.startsWith(POLICY + "/"))
                .count();
        long exemptions = byTitle.size() - policies;
        if (policies == 1) {
            return exemptions == 1 ? "1 policy, 1 exemption" : "1 policy, %s exemptions".formatted(exemptions);
        }
        return exemptions == 1
                ? "%s policies, 1 exemption".formatted(policies)
                : "%s policies, %s exemptions".formatted(policies, exemptions);
    }
}
