package dev.multihoming.console.pages;

/// What pages know of the request that they are made for. Known to the thread that makes a page.
///
/// @param query of the URL, encoded; empty for none
public record PageRequest(Language language, String query) {
    private static final ScopedValue<PageRequest> CURRENT = ScopedValue.newInstance();
    private static final PageRequest NONE = new PageRequest(Language.ENGLISH, "");

    /// Makes an answer for this request.
    public <T, X extends Throwable> T answer(ScopedValue.CallableOp<T, X> make) throws X {
        return ScopedValue.where(CURRENT, this).call(make);
    }

    /// In English where no request is known.
    static PageRequest current() {
        return CURRENT.orElse(NONE);
    }

    /// The same page in the other language.
    static void addLanguages(Html page) {
        PageRequest request = current();
        for (Language it : Language.values()) {
            if (it != request.language()) {
                String before = request.query().isEmpty() ? "?" : "?" + request.query() + "&";
                page.tag("<a class=\"language\" lang=\"" + it.tag() + "\" hreflang=\"" + it.tag() + "\" href=\"")
                        .text(before + "language=" + it.tag())
                        .tag("\">")
                        .text(it.ownName())
                        .tag("</a>");
            }
        }
    }
}
