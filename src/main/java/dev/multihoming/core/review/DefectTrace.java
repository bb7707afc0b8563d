package dev.multihoming.core.review;

import org.jspecify.annotations.Nullable;

/// A throwable as it may be logged: which, and where, but not what it says. Messages of exceptions quote what
/// they failed on, which a user may have written into an object.
public final class DefectTrace extends Exception {
    private static final long serialVersionUID = 1L;

    private DefectTrace(Throwable original, @Nullable DefectTrace cause) {
        super(original.getClass().getName(), cause);
        setStackTrace(original.getStackTrace());
    }

    public static DefectTrace of(Throwable original) {
        Throwable cause = original.getCause();
        return new DefectTrace(original, cause == null ? null : of(cause));
    }
}
