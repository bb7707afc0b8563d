package dev.multihoming.plane;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/// A webhook on a node whose clock is wrong. The time of one process cannot be set, so a Java agent offsets what its
/// classes get from `Clock.systemUTC()`; the webhook itself has no such setting.
public final class WrongClock implements ClassFileTransformer {
    private static final String OURS = "dev/multihoming/webhook/";
    private static final ClassDesc CLOCK = described(Clock.class);
    private static final ClassDesc DURATION = described(Duration.class);

    private final String by;

    private WrongClock(String by) {
        this.by = by;
    }

    /// Settings of a webhook whose clock is ahead by that much, or behind. The agent is written into `folder`.
    public static Map<String, String> ahead(Duration by, Path folder) {
        Path agent = folder.resolve("wrong-clock.jar");
        try {
            Files.createDirectories(folder);
            write(agent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("JDK_JAVA_OPTIONS", "\"-javaagent:%s=%s\"".formatted(agent.toAbsolutePath(), by));
    }

    private static void write(Path agent) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", WrongClock.class.getName());
        String code = WrongClock.class.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(Files.newOutputStream(agent), manifest);
                InputStream bytes = WrongClock.class.getResourceAsStream("/" + code)) {
            jar.putNextEntry(new JarEntry(code));
            Objects.requireNonNull(bytes).transferTo(jar);
        }
    }

    /// Called by the JVM of the webhook.
    public static void premain(String by, Instrumentation instrumentation) {
        instrumentation.addTransformer(new WrongClock(by));
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] code) {
        if (!name.startsWith(OURS)) {
            return null;
        }
        ClassFile file = ClassFile.of();
        return file.transformClass(
                file.parse(code),
                ClassTransform.transformingMethodBodies(WrongClock::asksTheClock, (builder, element) -> {
                    builder.with(element);
                    if (isSystemUtc(element)) {
                        offset(builder);
                    }
                }));
    }

    private static boolean asksTheClock(MethodModel method) {
        return method.code().stream().flatMap(CodeModel::elementStream).anyMatch(WrongClock::isSystemUtc);
    }

    private static boolean isSystemUtc(CodeElement element) {
        return element instanceof InvokeInstruction call
                && call.owner().asSymbol().equals(CLOCK)
                && call.name().equalsString("systemUTC");
    }

    private void offset(CodeBuilder builder) {
        builder.loadConstant(by)
                .invokestatic(DURATION, "parse", MethodTypeDesc.of(DURATION, described(CharSequence.class)))
                .invokestatic(CLOCK, "offset", MethodTypeDesc.of(CLOCK, CLOCK, DURATION));
    }

    private static ClassDesc described(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }
}
