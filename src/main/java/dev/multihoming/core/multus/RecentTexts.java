package dev.multihoming.core.multus;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What the last texts say. All pods of a template carry the same networks annotation, a config comes twice when it is
/// applied, and both come again at every dry run of a program that compares a cluster with a repository.
///
/// Of two texts with the same place the later one stays, so that whatever writes many different ones makes each
/// of them be read, as if nothing were remembered.
///
/// Thread-safe without a lock: what is remembered never changes, and a thread that does not see what another one
/// remembered reads the text itself.
final class RecentTexts<T> {
    private final int maxLength;
    private final Function<String, T> reader;
    private final Predicate<T> keeps;

    /// A power of two of them.
    private final @Nullable Read<T>[] places;

    private record Read<T>(String text, T meaning) {}

    /// @param maxLength of a text that is remembered, in characters
    /// @param reader must say the same of a text whenever it is asked
    /// @param keeps whether that meaning is worth its memory
    @SuppressWarnings("unchecked")
    RecentTexts(int places, int maxLength, Function<String, T> reader, Predicate<T> keeps) {
        this.maxLength = maxLength;
        this.reader = reader;
        this.keeps = keeps;
        this.places = (Read<T>[]) new Read<?>[places];
    }

    /// What the reader says of the text, now or when it was asked before.
    T read(String text) {
        if (text.length() > maxLength) {
            return reader.apply(text);
        }
        int place = place(text);
        Read<T> recent = places[place];
        if (recent != null && recent.text().equals(text)) {
            return recent.meaning();
        }
        T meaning = reader.apply(text);
        if (keeps.test(meaning)) {
            places[place] = new Read<>(text, meaning);
        }
        return meaning;
    }

    private int place(String text) {
        int hash = text.hashCode();
        return (hash ^ hash >>> Byte.SIZE ^ hash >>> Short.SIZE) & places.length - 1;
    }
}
