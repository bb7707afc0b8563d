package dev.multihoming.core.policy;

import dev.multihoming.core.review.Card;
import java.util.List;
import java.util.Set;

/// What a rule does not hold for, until a certain moment. Whatever it says of subjects must all fit; what it leaves
/// empty fits all.
///
/// @param reason why, in the words of its author
/// @param rules by code or name
/// @param namespaces of the objects
/// @param objects by kind and name, which their authors choose
/// @param users who request it, service accounts included
/// @param groups one of which the requester is in
/// @param begins seconds since the epoch: when it was created
/// @param ends seconds since the epoch: from then on it exempts nothing
public record Exemption(
        String name,
        String reason,
        Set<String> rules,
        Set<String> namespaces,
        List<ObjectMatch> objects,
        Set<String> users,
        Set<String> groups,
        long begins,
        long ends) {
    private static final long SECONDS_A_DAY = 86_400;

    public Exemption {
        rules = Set.copyOf(rules);
        namespaces = Set.copyOf(namespaces);
        objects = List.copyOf(objects);
        users = Set.copyOf(users);
        groups = Set.copyOf(groups);
    }

    /// Objects of a kind, by their name or how it begins.
    ///
    /// @param isPrefix whether `name` is how it begins
    public record ObjectMatch(String kind, String name, boolean isPrefix) {
        private static final String POD = "Pod";

        /// Whether it fits every pod whose name begins so.
        boolean fitsPods(String prefix) {
            return kind.equals(POD) && isPrefix && prefix.startsWith(name);
        }

        boolean fits(ReviewAttributes attributes) {
            return kind.equals(attributes.kind())
                    && (isPrefix
                            ? attributes.name().startsWith(name)
                            : attributes.name().equals(name));
        }
    }

    /// The same, and not for longer than so many days.
    Exemption atMost(int days) {
        return new Exemption(
                name,
                reason,
                rules,
                namespaces,
                objects,
                users,
                groups,
                begins,
                Math.min(ends, begins + days * SECONDS_A_DAY));
    }

    /// Whether every requester is exempt who gives an object the right name.
    public boolean isByNameForAnybody() {
        return !objects.isEmpty() && users.isEmpty() && groups.isEmpty();
    }

    /// Whether it can exempt objects of that namespace.
    public boolean concerns(String namespace) {
        return namespaces.isEmpty() || namespaces.contains(namespace);
    }

    boolean exempts(Card card, ReviewAttributes attributes) {
        return attributes.now() < ends
                && (rules.contains(card.code()) || rules.contains(card.name()))
                && concerns(attributes.namespace())
                && (objects.isEmpty() || fitsObject(card, attributes) || fitsPods(attributes))
                && isFor(attributes);
    }

    /// What is found in the template of a workload becomes of its pods, which the name of the workload does not exempt.
    private boolean fitsObject(Card card, ReviewAttributes attributes) {
        boolean isOfItsPods = card.isAboutPods() && !attributes.podPrefix().isEmpty();
        return !isOfItsPods && objects.stream().anyMatch(object -> object.fits(attributes));
    }

    /// A workload is as exempt as its pods. Only where the exemption is for all requesters: a controller creates them.
    private boolean fitsPods(ReviewAttributes attributes) {
        return !attributes.podPrefix().isEmpty()
                && isByNameForAnybody()
                && objects.stream().anyMatch(object -> object.fitsPods(attributes.podPrefix()));
    }

    private boolean isFor(ReviewAttributes attributes) {
        boolean isForAll = users.isEmpty() && groups.isEmpty();
        return isForAll
                || users.contains(attributes.requester().username())
                || attributes.requester().groups().stream().anyMatch(groups::contains);
    }
}
