package dev.multihoming.console.pages;

import java.util.function.Supplier;

/// Who sees the pages, where that is not the person who started the console. Known to the thread that makes a page.
public final class Visitor {
    private static final ScopedValue<String> NAME = ScopedValue.newInstance();

    private Visitor() {}

    /// The pages that `make` makes show that name, and how to log out.
    public static <T> T sees(String name, Supplier<T> make) {
        return ScopedValue.where(NAME, name).call(make::get);
    }

    static void addTo(Html page) {
        if (NAME.isBound()) {
            page.tag("<form class=\"visitor\" method=\"post\" action=\"/logout\"><span>")
                    .text(NAME.get())
                    .tag("</span><button>")
                    .say("frame.log-out")
                    .tag("</button></form>");
        }
    }
}
