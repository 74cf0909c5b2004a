package org.victimfirst.persistence.service;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.victimfirst.api.event.EventHandler;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.persistence.event.Deliveries;
import org.victimfirst.persistence.installation.Installation;

/** Brings the outbox to whatever handlers are there. */
@Component(service = {})
public final class DeliveriesComponent {
  private final Deliveries deliveries;

  @Activate
  public DeliveriesComponent(@Reference Installation installation) {
    this.deliveries = new Deliveries(installation.pool());
  }

  @Deactivate
  void deactivate() {
    deliveries.close();
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      target = "(victimfirst.module=*)")
  void addHandler(EventHandler<?> handler, Map<String, Object> properties) {
    deliveries.add(String.valueOf(properties.get(VictimFirstModule.PROPERTY)), handler);
  }

  void removeHandler(EventHandler<?> handler) {
    deliveries.remove(handler);
  }
}
