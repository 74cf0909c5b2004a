package org.victimfirst.api.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a resource method needs. On the class it holds for all methods; on a method
 * it replaces the class's. A resource with a method that has neither is not published.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requires {
  /** Name of the permission, such as {@code needs:read}. */
  String value();
}
