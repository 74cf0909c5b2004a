package org.victimfirst.rest.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.servlet.ServletConfig;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.CallContext;
import org.victimfirst.rest.RestPublication;
import org.victimfirst.rest.RestPublications;

/** Publishes resources as they come and go: one server per module, on one bus. */
@Component(service = {ModuleServers.class, RestPublications.class})
public final class ModuleServers implements RestPublications {
  private static final Logger LOG = LoggerFactory.getLogger(ModuleServers.class);

  private final ServerSettings settings;
  private final ConcurrentMap<String, ModuleServer> servers = new ConcurrentHashMap<>();

  @Activate
  public ModuleServers(@Reference CallContext calls, @Reference Audit audit) {
    settings = new ServerSettings(createBus(), calls, audit);
  }

  private static Bus createBus() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(JAXRSServerFactoryBean.class.getClassLoader());
    try {
      return BusFactory.newInstance().createBus();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindResource(RestResource resource, Map<String, Object> properties) {
    String module = moduleOf(properties);
    if (module.isEmpty()) {
      LOG.error("Not published: {} does not say its module", resource.getClass().getName());
      return;
    }
    servers.compute(
        module,
        (name, known) -> {
          ModuleServer server = known == null ? new ModuleServer(name, settings) : known;
          server.add(resource);
          return server;
        });
  }

  void unbindResource(RestResource resource, Map<String, Object> properties) {
    servers.computeIfPresent(
        moduleOf(properties), (name, server) -> server.remove(resource) ? null : server);
  }

  private static String moduleOf(Map<String, Object> properties) {
    return properties.get(VictimFirstModule.PROPERTY) instanceof String module ? module : "";
  }

  @Deactivate
  void close() {
    servers.values().forEach(ModuleServer::stop);
    servers.clear();
    settings.bus().shutdown(true);
  }

  /** Comes into a module for one request; empty when it publishes nothing now. */
  Optional<Generation> enter(String module, ServletConfig config) {
    return Optional.ofNullable(servers.get(module)).flatMap(server -> server.enter(config));
  }

  /** Whether a module of that name has contributed a resource. */
  boolean known(String module) {
    return servers.containsKey(module);
  }

  Optional<String> openApi(String module) {
    return Optional.ofNullable(servers.get(module)).map(ModuleServer::openApi);
  }

  @Override
  public List<RestPublication> publications() {
    return servers.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getValue().publication())
        .toList();
  }

  @Override
  public Optional<RestPublication> publication(String module) {
    return Optional.ofNullable(servers.get(module)).map(ModuleServer::publication);
  }

  @Override
  public String openApi() {
    Map<String, String> documents = new LinkedHashMap<>();
    servers.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> documents.put(entry.getKey(), entry.getValue().openApi()));
    return OpenApiDocuments.merge(documents);
  }
}
