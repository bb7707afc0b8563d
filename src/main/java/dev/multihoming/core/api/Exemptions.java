package dev.multihoming.core.api;

import dev.multihoming.core.api.ExemptionSpec.ExemptObject;
import dev.multihoming.core.api.ExemptionSpec.Requesters;
import dev.multihoming.core.policy.Exemption;
import dev.multihoming.core.policy.Exemption.ObjectMatch;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The exemptions that custom resources come to.
public final class Exemptions {
    private Exemptions() {}

    /// What a custom resource says, as the engine takes it.
    ///
    /// @throws IllegalArgumentException with a clause that says what is wrong, for what
    /// the CRD's schema refuses too
    public static Exemption of(MultiHomingExemption resource) {
        // Before it is stored it has no creation; a policy's bound then counts from the epoch, to its end.
        return of(resource, Instant.EPOCH);
    }

    /// The same, for one that may not be applied yet.
    ///
    /// @param creation when it would be
    public static Exemption of(MultiHomingExemption resource, Instant creation) {
        ExemptionSpec spec = resource.getSpec();
        if (spec == null || spec.rules() == null) {
            throw new IllegalArgumentException("exempts from nothing");
        }
        boolean forAll = spec.namespaces() == null && spec.objects() == null && spec.requesters() == null;
        if (forAll) {
            throw new IllegalArgumentException("exempts everything");
        }
        return new Exemption(
                resource.getMetadata().getName(),
                Objects.requireNonNullElse(spec.reason(), ""),
                Set.copyOf(spec.rules()),
                setOf(spec.namespaces()),
                spec.objects() == null
                        ? List.of()
                        : spec.objects().stream().map(Exemptions::match).toList(),
                users(spec.requesters()),
                spec.requesters() == null ? Set.of() : setOf(spec.requesters().groups()),
                seconds(Objects.requireNonNullElse(resource.getMetadata().getCreationTimestamp(), creation.toString())),
                seconds(spec.expires()));
    }

    private static ObjectMatch match(ExemptObject object) {
        return object.namePrefix() != null
                ? new ObjectMatch(object.kind(), object.namePrefix(), true)
                : new ObjectMatch(object.kind(), Objects.requireNonNullElse(object.name(), ""), false);
    }

    private static Set<String> users(@Nullable Requesters requesters) {
        if (requesters == null) {
            return Set.of();
        }
        Set<String> users = new HashSet<>(setOf(requesters.users()));
        setOf(requesters.serviceAccounts())
                .forEach(account -> users.add("system:serviceaccount:" + account.replace('/', ':')));
        return users;
    }

    private static long seconds(@Nullable String time) {
        try {
            return Instant.parse(Objects.requireNonNullElse(time, "")).getEpochSecond();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("has the time " + time + ", which is none", e);
        }
    }

    private static Set<String> setOf(@Nullable List<String> values) {
        return values == null ? Set.of() : Set.copyOf(values);
    }
}
