package dev.multihoming.console.pages;

/// Where users of a cluster paste their token.
public final class LoginPage {
    private LoginPage() {}

    /// The form.
    ///
    /// @param proof that the form came from this console
    /// @param failure why the last login failed; empty for none
    public static String of(String proof, String failure) {
        Html page = head(Texts.of("login.title"));
        page.tag("<section class=\"card prose\">");
        if (!failure.isEmpty()) {
            page.tag("<p class=\"alert danger\" role=\"alert\">")
                    .fromEngine(failure)
                    .tag("</p>");
        }
        page.tag("<form method=\"post\" action=\"/login\" autocomplete=\"off\">")
                .tag("<input type=\"hidden\" name=\"proof\" value=\"")
                .text(proof)
                .tag("\"><div class=\"field\"><label for=\"token\">")
                .say("login.token")
                .tag("</label>")
                .tag("<input id=\"token\" name=\"token\" type=\"password\" autocomplete=\"off\" spellcheck=\"false\"")
                .tag(" required autofocus aria-describedby=\"token-help\"><small id=\"token-help\">")
                .say("login.token.help")
                .tag("</small></div><button class=\"primary\">")
                .say("login.title")
                .tag("</button></form></section><section class=\"card prose\"><h2>")
                .say("login.get")
                .tag("</h2><p>")
                .say("login.openshift")
                .text(" ")
                .element("code", "oc whoami -t")
                .tag("</p><p>")
                .say("login.service-account")
                .text(" ")
                .element("code", "kubectl create token NAME --namespace NAMESPACE --duration 1h")
                .tag("</p><p class=\"help\">")
                .say("login.memory")
                .tag("</p></section>");
        return end(page);
    }

    /// After a link of another site: that request had no cookie. The next one is the console's own, and has it.
    public static String forward() {
        return end(head(Texts.translated("Networks"), "<meta http-equiv=\"refresh\" content=\"0; url=/networks\">")
                .tag("<p><a href=\"/networks\">")
                .say("login.continue")
                .tag("</a></p>"));
    }

    private static Html head(String title) {
        return head(title, "");
    }

    private static Html head(String title, String meta) {
        Html page = new Html()
                .tag("<!DOCTYPE html><html lang=\""
                        + PageRequest.current().language().tag() + "\"><head><meta charset=\"utf-8\"><title>")
                .text(title + " - multihoming")
                .tag("</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .tag(meta)
                .tag("<link rel=\"icon\" href=\"/icon.svg\"><link rel=\"stylesheet\" href=\"/console.css\"></head>")
                .tag("<body class=\"alone\"><header class=\"masthead\"><img src=\"/icon.svg\" alt=\"\" width=\"28\"")
                .tag(" height=\"28\"><strong>multihoming</strong>");
        PageRequest.addLanguages(page);
        return page.tag("</header><main id=\"content\"><h1>").text(title).tag("</h1>");
    }

    private static String end(Html page) {
        return page.tag("</main></body></html>").toString();
    }
}
