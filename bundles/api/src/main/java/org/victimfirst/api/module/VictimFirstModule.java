package org.victimfirst.api.module;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Says to which module a contributed service belongs. Every service that a module contributes (rest
 * resource, pages, tab, tile, section, loader …) carries it; the platform refuses one that does
 * not, because without it neither its permission nor its removal could be handled.
 *
 * <p>As a service property it reads {@code victimfirst.module=needs}.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface VictimFirstModule {
  /** Prefix of the service property. */
  String PREFIX_ = "victimfirst.";

  /** Name of the service property that this annotation sets. */
  String PROPERTY = "victimfirst.module";

  /**
   * Name of the module: lower case, the suffix of its bundle's symbolic name, such as {@code
   * needs}.
   */
  String module();
}
