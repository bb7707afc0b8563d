package dev.multihoming.docs;

import dev.multihoming.webhook.certs.CertificateFiles;
import dev.multihoming.webhook.certs.ClientCertificates;
import dev.multihoming.webhook.certs.SelfManagedCertificate;
import dev.multihoming.webhook.settings.Configuration;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What an installation can set, from the configuration interfaces: names and defaults by reflection, words
/// from their source.
public final class ServerSettings {
    private static final List<Class<?>> INTERFACES = List.of(
            Configuration.class, CertificateFiles.class, ClientCertificates.class, SelfManagedCertificate.class);

    private ServerSettings() {}

    /// One property.
    ///
    /// @param type as the interface declares it
    public record Setting(String property, Type type, String defaultValue, String meaning) {
        public String environment() {
            return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        }
    }

    public static List<Setting> all() {
        List<Setting> settings = new ArrayList<>();
        for (Class<?> type : INTERFACES) {
            collect(type, type.getAnnotation(ConfigMapping.class).prefix(), source(type), settings);
        }
        return settings;
    }

    private static void collect(Class<?> type, String prefix, String source, List<Setting> settings) {
        for (Method method : inSourceOrder(type, source)) {
            String property = prefix + "." + kebab(method.getName());
            if (method.getReturnType().getEnclosingClass() == type) {
                collect(method.getReturnType(), property, source, settings);
            } else {
                String defaultValue = Optional.ofNullable(method.getAnnotation(WithDefault.class))
                        .map(WithDefault::value)
                        .orElse("");
                settings.add(
                        new Setting(property, method.getGenericReturnType(), defaultValue, meaning(method, source)));
            }
        }
    }

    /// Reflection gives methods in no order.
    private static List<Method> inSourceOrder(Class<?> type, String source) {
        return List.of(type.getDeclaredMethods()).stream()
                .sorted(Comparator.comparingInt(method -> source.indexOf(" " + method.getName() + "();")))
                .toList();
    }

    private static String meaning(Method method, String source) {
        Matcher comment = Pattern.compile(
                        "((?:[ ]*///[^\\n]*\\n)+)(?:(?![ ]*///)[^\\n;]*\\n)*?[^\\n;/]* " + method.getName() + "\\(\\);")
                .matcher(source);
        if (!comment.find()) {
            throw new IllegalStateException(method + " has no documentation");
        }
        return comment.group(1)
                .lines()
                .map(line -> line.strip().substring(3).strip())
                .collect(Collectors.joining(" "));
    }

    private static String kebab(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String source(Class<?> type) {
        try {
            return Files.readString(Path.of("src/main/java", type.getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
