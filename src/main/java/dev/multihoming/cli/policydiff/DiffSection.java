package dev.multihoming.cli.policydiff;

import dev.multihoming.cli.policydiff.ObjectDiff.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A table of a diff, for people: objects of one kind of change, or namespaces that another policy would govern.
///
/// @param title such as `Newly denied`
/// @param heads in capitals
public record DiffSection(String title, List<String> heads, List<Row> rows) {
    private static final List<String> OBJECTS = List.of("NAMESPACE", "OWNER", "RULE", "CHANGE", "OBJECTS");
    private static final List<String> TAKEOVERS =
            List.of("NAMESPACE", "NOW", "PROPOSED", "ENFORCED ANEW", "NO LONGER ENFORCED");
    private static final String BUILT_IN = "(built-in)";

    public DiffSection {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /// A line of the table.
    ///
    /// @param rule code of the rule that it is about; empty for none
    /// @param message about the first of its objects; empty for none
    public record Row(List<String> cells, String rule, String message) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// What the objects of a row have in common.
    private record Key(String namespace, String owner, String code, String rule, String effects) {
        static Key of(ObjectDiff diff, RuleChange rule) {
            return new Key(diff.object().namespace(), diff.owner().title(), rule.code(), rule.title(), rule.effects());
        }

        Row row(Group group) {
            return new Row(
                    List.of(namespace.isEmpty() ? "-" : namespace, owner, rule, effects, group.objects()),
                    code,
                    group.message());
        }
    }

    /// The objects of a row.
    private record Group(Map<String, Integer> kinds, String message) {
        String objects() {
            return kinds.entrySet().stream()
                    .map(kind -> DiffSummary.count(kind.getValue(), kind.getKey()))
                    .collect(Collectors.joining(", "));
        }
    }

    /// The gravest changes first; without those that nothing is in.
    public static List<DiffSection> of(PolicyDiff diff) {
        List<DiffSection> sections = new ArrayList<>();
        for (Change change : Change.values()) {
            List<ObjectDiff> objects = diff.of(change);
            if (!objects.isEmpty()) {
                sections.add(new DiffSection(title(change.word()), OBJECTS, rows(objects)));
            }
        }
        if (!diff.takeovers().isEmpty()) {
            sections.add(new DiffSection(
                    title("governed by another policy"),
                    TAKEOVERS,
                    diff.takeovers().stream().map(DiffSection::row).toList()));
        }
        return sections;
    }

    private static List<Row> rows(List<ObjectDiff> objects) {
        Map<Key, Group> groups = new LinkedHashMap<>();
        for (ObjectDiff diff : objects) {
            for (RuleChange rule : diff.rules()) {
                String message = diff.object().title() + ": " + rule.message();
                groups.computeIfAbsent(Key.of(diff, rule), _ -> new Group(new TreeMap<>(), message))
                        .kinds()
                        .merge(diff.object().kind(), 1, Integer::sum);
            }
        }
        return groups.entrySet().stream()
                .map(entry -> entry.getKey().row(entry.getValue()))
                .toList();
    }

    private static Row row(Takeover takeover) {
        return new Row(
                List.of(
                        takeover.namespace(),
                        policy(takeover.from()),
                        policy(takeover.to()),
                        codes(takeover.enforcedAnew()),
                        codes(takeover.enforcedNoMore())),
                "",
                "");
    }

    private static String policy(String name) {
        return name.isEmpty() ? BUILT_IN : name;
    }

    private static String codes(List<String> codes) {
        return codes.isEmpty() ? "-" : String.join(" ", codes);
    }

    private static String title(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
