package dev.multihoming.core.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Members that the object does not have, added below one of its fields; nothing that stands there changes.
///
/// @param pointer the field they are added to or below
/// @param members in the order to add them, a parent before its children
public record Addition(String pointer, List<Member> members, Violation note) implements Mutation {
    public Addition {
        members = List.copyOf(members);
    }

    /// A new member.
    ///
    /// @param pointer where it goes (RFC 6901)
    /// @param text its value; `null` for an empty object, which another addition may have made already
    public record Member(String pointer, @Nullable String text) {
        public static Member object(String pointer) {
            return new Member(pointer, null);
        }
    }
}
