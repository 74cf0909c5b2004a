package org.victimfirst.persistence.event;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.event.Event;

/**
 * Events to JSON and back, component by component. Nothing is remembered of a type between calls,
 * so that the class of a module that has left is not held.
 */
final class EventJson {
  private EventJson() {}

  static String write(Event event) {
    JsonObject json = new JsonObject();
    for (RecordComponent component : components(event.getClass())) {
      json.add(component.getName(), element(component, value(component, event)));
    }
    return json.toString();
  }

  private static RecordComponent[] components(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    if (components == null) {
      throw new IllegalArgumentException("An event must be a record, unlike " + type.getName());
    }
    return components;
  }

  private static @Nullable Object value(RecordComponent component, Event event) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(event);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException("Cannot read " + component + " of an event", e);
    }
  }

  private static JsonElement element(RecordComponent component, @Nullable Object value) {
    if (value == null) {
      return JsonNull.INSTANCE;
    }
    if (value instanceof Number number
        && (component.getType() == long.class || component.getType() == int.class)) {
      return new JsonPrimitive(number);
    }
    if (value instanceof Boolean bool) {
      return new JsonPrimitive(bool);
    }
    if (value instanceof String || value instanceof LocalDate || value instanceof LocalDateTime) {
      return new JsonPrimitive(value.toString());
    }
    throw unfit(component);
  }

  static <E extends Event> E read(Class<E> type, String text) {
    JsonObject json = JsonParser.parseString(text).getAsJsonObject();
    RecordComponent[] components = components(type);
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i], json.get(components[i].getName()));
    }
    try {
      Constructor<E> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("Cannot make an event of " + type.getName(), e);
    }
  }

  /** A component that an older version did not write is empty: null, 0 or false. */
  private static @Nullable Object value(RecordComponent component, @Nullable JsonElement json) {
    Class<?> type = component.getType();
    if (json == null || json.isJsonNull()) {
      return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    } else if (type == long.class) {
      return json.getAsLong();
    } else if (type == int.class) {
      return json.getAsInt();
    } else if (type == boolean.class) {
      return json.getAsBoolean();
    } else if (type == String.class) {
      return json.getAsString();
    } else if (type == LocalDate.class) {
      return LocalDate.parse(json.getAsString());
    } else if (type == LocalDateTime.class) {
      return LocalDateTime.parse(json.getAsString());
    }
    throw unfit(component);
  }

  private static IllegalArgumentException unfit(RecordComponent component) {
    return new IllegalArgumentException(
        "Component "
            + component.getName()
            + " of "
            + component.getDeclaringRecord().getName()
            + " is none of long, int, boolean, String, LocalDate and LocalDateTime");
  }
}
