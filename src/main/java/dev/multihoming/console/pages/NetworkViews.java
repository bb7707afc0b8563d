package dev.multihoming.console.pages;

/// What the list of networks and the list of segments have in common.
final class NetworkViews {
    private NetworkViews() {}

    /// Links from one to the other, which keep the filters.
    ///
    /// @param by which of them is shown; empty for the list of networks
    static void add(Html page, String by, String namespace, String name) {
        page.tag("<nav class=\"views\" aria-label=\"")
                .text(Texts.translated("Views"))
                .tag("\"><ul>");
        view(page, "List", Links.networks("", namespace, name), by.isEmpty());
        view(page, "By segment", Links.networks(SegmentsPage.SEGMENT, namespace, name), !by.isEmpty());
        page.tag("</ul></nav>");
    }

    private static void view(Html page, String title, String href, boolean isHere) {
        page.tag("<li><a href=\"")
                .text(href)
                .tag(isHere ? "\" aria-current=\"page\">" : "\">")
                .fromEngine(title)
                .tag("</a></li>");
    }

    static void input(Html page, String key, String label, String value) {
        page.tag("<label>")
                .text(label)
                .tag(" <input autocomplete=\"off\" name=\"" + key + "\" value=\"")
                .text(value)
                .tag("\"></label>");
    }
}
