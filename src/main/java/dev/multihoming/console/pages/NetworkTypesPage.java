package dev.multihoming.console.pages;

import dev.multihoming.core.plugins.CniPlugin;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.NetworkTemplate;
import java.util.List;

/// What a new network starts with: a template for a common purpose, or any plugin.
public final class NetworkTypesPage {
    private NetworkTypesPage() {}

    public static String of() {
        Html page = new Html().tag("<p class=\"lead\">").say("templates.lead").tag("</p><div class=\"gallery\">");
        for (NetworkTemplate.Purpose purpose : NetworkTemplate.Purpose.values()) {
            page.tag("<section class=\"card\">")
                    .element("h2", Texts.translated(purpose.title()))
                    .tag("<p class=\"help\">")
                    .fromEngine(purpose.sentence())
                    .tag("</p><ul class=\"choices\">");
            NetworkTemplate.all().stream()
                    .filter(it -> it.purpose() == purpose)
                    .forEach(it -> page.tag("<li><a href=\"/networks/new?template=")
                            .text(it.key())
                            .tag("\">")
                            .text(it.type())
                            .tag("</a><p>")
                            .fromEngine(it.useCase())
                            .tag("</p></li>"));
            page.tag("</ul></section>");
        }
        page.tag("</div><section class=\"card\"><h2>").say("templates.plugin").tag("</h2><ul class=\"types\">");
        types().forEach(it -> page.tag("<li><a class=\"button\" href=\"/networks/new?type=")
                .text(it)
                .tag("\">")
                .text(it)
                .tag("</a></li>"));
        return Frame.of("New network", page.tag("</ul></section>"));
    }

    /// Of plugins that make an interface.
    private static List<String> types() {
        return KnownPlugins.types().stream()
                .filter(it -> KnownPlugins.of(it).filter(CniPlugin::chained).isEmpty())
                .sorted()
                .toList();
    }
}
