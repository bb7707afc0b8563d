package dev.multihoming.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.invoke.VarHandle;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The core keeps nothing between two reviews: what its static fields hold can be read by all threads, and changed by
/// none. The values are looked at, not the declared types: a `Map` says nothing of what it is.
class StaticStateTest {
    /// The exceptions: what a text says depends on nothing but the text, so who read it first makes no difference.
    private static final Set<String> MEMOS = Set.of(
            "dev.multihoming.core.multus.CniConfigReader.RECENT",
            "dev.multihoming.core.multus.NetworkSelectionsReader.RECENT");

    @Test
    void theCoreHoldsNoStaticMutableState() throws ReflectiveOperationException {
        List<String> mutable = new ArrayList<>();
        int fields = 0;
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.multihoming.core")) {
            for (JavaField declared : type.getFields()) {
                if (declared.getModifiers().contains(JavaModifier.STATIC) && !isOfCompiler(declared)) {
                    fields++;
                    Field field = declared.reflect();
                    field.setAccessible(true);
                    if (!Modifier.isFinal(field.getModifiers()) || !new Walk().isConstant(field.get(null))) {
                        mutable.add(declared.getFullName());
                    }
                }
            }
        }
        assertThat(mutable).containsExactlyInAnyOrderElementsOf(MEMOS);
        assertThat(fields).isGreaterThan(200);
    }

    @Test
    void mutableValuesAreRecognized() throws ReflectiveOperationException {
        for (Object value : List.of(
                new ArrayList<>(),
                new int[] {1},
                new AtomicInteger(),
                List.of(new ArrayList<>()),
                new Holder(new ArrayList<>()))) {
            assertThat(new Walk().isConstant(value)).as("%s", value.getClass()).isFalse();
        }
        for (Object value : List.of(1, "x", List.of(), Map.of("x", Set.of(1)), Pattern.compile("x"))) {
            assertThat(new Walk().isConstant(value)).as("%s", value.getClass()).isTrue();
        }
    }

    private record Holder(List<String> held) {}

    private static boolean isOfCompiler(JavaField field) {
        return field.getModifiers().contains(JavaModifier.SYNTHETIC)
                || field.getName().startsWith("$");
    }

    /// Through a value and all it holds.
    private static final class Walk {
        private static final Set<String> UNMODIFIABLE =
                Set.of("java.util.ImmutableCollections", "java.util.Collections");

        /// Those of Jackson are configured where they are made, and only used after that.
        private static final Set<Class<?>> CONSTANT = Set.of(
                String.class,
                Boolean.class,
                Character.class,
                Pattern.class,
                OptionalLong.class,
                VarHandle.class,
                ObjectMapper.class,
                JsonFactory.class);

        private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        boolean isConstant(@Nullable Object value) throws IllegalAccessException {
            if (value == null || !seen.add(value)) {
                return true;
            }
            Class<?> type = value.getClass();
            if (CONSTANT.stream().anyMatch(constant -> constant.isInstance(value))
                    || (value instanceof Number && isOfLanguage(type))) {
                return true;
            }
            return switch (value) {
                case Collection<?> list -> isUnmodifiable(type) && areConstant(list.stream());
                case Map<?, ?> map ->
                    isUnmodifiable(type) && areConstant(Stream.concat(map.keySet().stream(), map.values().stream()));
                case Optional<?> optional -> isConstant(optional.orElse(null));
                default -> type.isHidden() || (!type.isArray() && haveConstantFields(value, type));
            };
        }

        private static boolean isOfLanguage(Class<?> type) {
            return type.getPackageName().equals("java.lang")
                    || type.getPackageName().equals("java.math");
        }

        private static boolean isUnmodifiable(Class<?> type) {
            return UNMODIFIABLE.stream().anyMatch(outer -> type.getName().startsWith(outer + "$"));
        }

        private boolean areConstant(Stream<?> values) throws IllegalAccessException {
            for (Object value : values.toList()) {
                if (!isConstant(value)) {
                    return false;
                }
            }
            return true;
        }

        private boolean haveConstantFields(Object value, Class<?> type) throws IllegalAccessException {
            List<Field> fields = new ArrayList<>();
            for (Class<?> it = type; it != null && it != Object.class && it != Enum.class; it = it.getSuperclass()) {
                Stream.of(it.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .forEach(fields::add);
            }
            for (Field field : fields) {
                if (!Modifier.isFinal(field.getModifiers()) || !canBeRead(field) || !isConstant(field.get(value))) {
                    return false;
                }
            }
            return true;
        }

        /// Fields of the JDK cannot: what holds them counts as mutable.
        private static boolean canBeRead(AccessibleObject field) {
            return field.trySetAccessible();
        }
    }
}
