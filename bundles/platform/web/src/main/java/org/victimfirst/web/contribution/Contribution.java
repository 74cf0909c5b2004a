package org.victimfirst.web.contribution;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.osgi.framework.Constants;
import org.victimfirst.api.module.VictimFirstModule;

/**
 * A service that a module contributed.
 *
 * @param module the module's name
 * @param age the service's id: the lower, the older
 * @param walled whether it does not exist for those without its permission
 * @param service what it says and does
 * @param origin the service object itself, to know it when it leaves
 */
public record Contribution<T>(String module, long age, boolean walled, T service, Object origin) {
  /** Service property of a page set whose addresses do not exist for those without permission. */
  public static final String WALLED = "victimfirst.walled";

  /**
   * Reads the service's properties.
   *
   * @throws IllegalArgumentException when it does not say whose it is
   */
  static <T> Contribution<T> of(
      T service, Map<String, Object> properties, UnaryOperator<T> snapshot) {
    if (!(properties.get(VictimFirstModule.PROPERTY) instanceof String module)) {
      throw new IllegalArgumentException(
          service.getClass().getName() + " does not say to which module it belongs");
    }
    long age = properties.get(Constants.SERVICE_ID) instanceof Long id ? id : Long.MAX_VALUE;
    boolean walled = Boolean.parseBoolean(String.valueOf(properties.get(WALLED)));
    return new Contribution<>(module, age, walled, snapshot.apply(service), service);
  }
}
