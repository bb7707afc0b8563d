package dev.multihoming.core.review;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/// Settings that differ from given ones in one thing.
public final class OtherSettings {
    private OtherSettings() {}

    /// `component` by its name in [Settings].
    public static Settings with(Settings settings, String component, Object value) {
        RecordComponent[] components = Settings.class.getRecordComponents();
        if (Arrays.stream(components).noneMatch(it -> it.getName().equals(component))) {
            throw new IllegalArgumentException("Settings have no " + component);
        }
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = components[i].getName().equals(component)
                        ? value
                        : components[i].getAccessor().invoke(settings);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return Settings.class.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
