package org.victimfirst.modules.health;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.apache.felix.hc.api.HealthCheck;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** A service reference with the properties of a check. */
record CheckReference(String name, boolean platform) implements ServiceReference<HealthCheck> {
  @Override
  public Object getProperty(String key) {
    return getProperties().get(key);
  }

  @Override
  public String[] getPropertyKeys() {
    return List.of("service.id", HealthCheck.NAME, HealthCheck.TAGS).toArray(String[]::new);
  }

  @Override
  public Dictionary<String, Object> getProperties() {
    Hashtable<String, Object> properties = new Hashtable<>();
    properties.put("service.id", 1L);
    properties.put(HealthCheck.NAME, name);
    properties.put(
        HealthCheck.TAGS, new String[] {"victimfirst", platform ? "platform" : "module"});
    return properties;
  }

  @Override
  public Bundle getBundle() {
    throw new AssertionError("A check is known by its properties, not by its bundle");
  }

  @Override
  public Bundle[] getUsingBundles() {
    return new Bundle[0];
  }

  @Override
  public boolean isAssignableTo(Bundle bundle, String className) {
    return true;
  }

  @Override
  public int compareTo(Object other) {
    return 0;
  }

  @Override
  public <A> A adapt(Class<A> type) {
    throw new AssertionError("A check is known by its properties, not as a " + type);
  }
}
