package dev.multihoming.core.review;

import dev.multihoming.core.subject.Subject;
import org.jspecify.annotations.Nullable;

/// What several rules of one review make of its subject, made when the first of them asks. It belongs to one
/// [Context], hence to one thread.
final class Derived {
    private @Nullable Subject subject;
    private @Nullable Object made;

    /// What was made of that very object; one that only equals it has its own.
    @SuppressWarnings("ReferenceEquality")
    <T> @Nullable T of(Subject of, Class<T> type) {
        return subject == of && type.isInstance(made) ? type.cast(made) : null;
    }

    <T> T keep(Subject of, T value) {
        subject = of;
        made = value;
        return value;
    }
}
