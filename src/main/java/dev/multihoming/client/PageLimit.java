package dev.multihoming.client;

/// How many objects the next page of a list may hold. Tenants decide how large objects are: where a page was
/// too large the next one is a quarter of it, and where there is room again, twice as many. One namespace of
/// large objects makes only its own pages small.
final class PageLimit {
    private static final int TO_SHRINK_BY = 4;

    private final int most;
    private final int maxBytes;
    private int now;

    /// @param most objects a page
    /// @param maxBytes of a page
    PageLimit(int most, int maxBytes) {
        this.most = most;
        this.maxBytes = maxBytes;
        this.now = most;
    }

    int now() {
        return now;
    }

    /// That page was too large. False where it was one object, and there is no smaller page.
    boolean shrink() {
        boolean isOne = now == 1;
        now = Math.max(1, now / TO_SHRINK_BY);
        return !isOne;
    }

    /// A page of so many bytes arrived. Where another one like it would not fit beside it, to ask for twice
    /// as many would only be in vain.
    void fitted(int bytes) {
        if (bytes <= maxBytes / 2) {
            now = Math.min(most, now * 2);
        }
    }
}
