package io.schemactl.catalog.form;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The components of a record, to read them and to make a record of them.
 *
 * @param constructor makes a record of all components
 * @param all the components, in their order
 */
record Components(Constructor<?> constructor, List<Component> all) {

    static Components of(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getConstructor(types);
            // Otherwise each call looks who calls, which takes longer than the call.
            constructor.setAccessible(true);
            return new Components(
                    constructor,
                    Stream.of(components)
                            .map(component -> Component.of(type, component))
                            .toList());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every public record has a public constructor: " + type, e);
        }
    }

    /**
     * A record of components.
     *
     * @throws IllegalArgumentException if the record refuses them
     */
    Object make(@Nullable Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getTargetException();
            throw new IllegalArgumentException(cause.getMessage(), cause);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " cannot be called", e);
        }
    }

    /**
     * A component of a record.
     *
     * @param owner the record
     * @param declared the component
     * @param accessor reads it
     */
    record Component(Class<?> owner, RecordComponent declared, Method accessor) {

        static Component of(Class<?> owner, RecordComponent declared) {
            Method accessor = declared.getAccessor();
            accessor.setAccessible(true);
            return new Component(owner, declared, accessor);
        }

        Class<?> type() {
            return declared.getType();
        }

        /** Whether it may be null. */
        boolean optional() {
            return declared.getAnnotatedType().isAnnotationPresent(Nullable.class);
        }

        @Nullable
        Object read(Object record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(accessor + " cannot be called", e);
            }
        }

        Object require(Object record) {
            return Objects.requireNonNull(read(record));
        }
    }
}
