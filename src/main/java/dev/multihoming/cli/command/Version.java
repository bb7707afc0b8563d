package dev.multihoming.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version that Maven built.
public final class Version implements IVersionProvider {
    private static final String FILE = "/META-INF/maven/dev.multihoming/multihoming-webhook/pom.properties";

    /// Such as `0.1.0`; `unknown` where the classes do not come from the jar.
    public static String number() {
        try (InputStream file = Version.class.getResourceAsStream(FILE)) {
            Properties properties = new Properties();
            if (file != null) {
                properties.load(file);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException _) {
            return "unknown";
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"multihoming " + number()};
    }
}
