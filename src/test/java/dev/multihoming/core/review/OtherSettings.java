package dev.multihoming.core.review;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/// Settings that differ from given ones in one thing.
public final class OtherSettings {
    private OtherSettings() {}

    /// `path` is the name of a component in [Settings], or of one in a group of it: `multus.interfaceOffset`.
    public static Settings with(Settings settings, String path, Object value) {
        return (Settings) replaced(settings, path, value);
    }

    private static Object replaced(Record record, String path, Object value) {
        String name = path.split("\\.", 2)[0];
        RecordComponent[] components = record.getClass().getRecordComponents();
        if (Arrays.stream(components).noneMatch(it -> it.getName().equals(name))) {
            throw new IllegalArgumentException(record.getClass() + " has no " + name);
        }
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                Object present = components[i].getAccessor().invoke(record);
                values[i] = components[i].getName().equals(name) ? inside(present, path, value) : present;
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return record.getClass().getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object inside(Object present, String path, Object value) {
        int dot = path.indexOf('.');
        return dot < 0 ? value : replaced((Record) present, path.substring(dot + 1), value);
    }
}
