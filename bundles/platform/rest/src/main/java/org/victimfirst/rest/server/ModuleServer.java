package org.victimfirst.rest.server;

import com.fasterxml.jackson.jaxrs.cfg.JaxRSFeature;
import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.lifecycle.ResourceProvider;
import org.apache.cxf.jaxrs.lifecycle.SingletonResourceProvider;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.rest.RestPublication;

/**
 * The resources of one module and the server that answers for them. The server is made when the
 * first request asks for it: so resources that arrive one by one are published together, and nobody
 * waits for it at start.
 */
final class ModuleServer {
  private static final Logger LOG = LoggerFactory.getLogger(ModuleServer.class);

  private final String module;
  private final ServerSettings settings;
  private final Map<RestResource, List<String>> findings = new LinkedHashMap<>();
  private @Nullable String failure;
  private @Nullable String openApi;
  private volatile @Nullable Server server;

  ModuleServer(String module, ServerSettings settings) {
    this.module = module;
    this.settings = settings;
  }

  synchronized void add(RestResource resource) {
    List<String> found = ResourceCheck.findings(resource.getClass());
    found.forEach(finding -> LOG.error("Not published: {}", finding));
    findings.put(resource, found);
    stop();
  }

  /** Takes a resource out; from now on its addresses answer 404. */
  synchronized boolean remove(RestResource resource) {
    findings.remove(resource);
    stop();
    return findings.isEmpty();
  }

  synchronized RestPublication publication() {
    List<String> refused = new ArrayList<>();
    findings.values().forEach(refused::addAll);
    if (failure != null) {
      refused.add(failure);
    }
    return new RestPublication(
        module, resources().stream().map(r -> r.getClass().getName()).toList(), refused);
  }

  /** Makes sure that the server is there; false when the module has nothing to answer with. */
  boolean ready() {
    return server != null || start();
  }

  /** The module's own OpenAPI document. */
  synchronized String openApi() {
    if (openApi == null) {
      openApi =
          OpenApiDocuments.read(
              module, resources().stream().<Class<?>>map(Object::getClass).toList());
    }
    return openApi;
  }

  synchronized void stop() {
    Server old = server;
    server = null;
    openApi = null;
    failure = null;
    if (old != null) {
      old.destroy();
    }
  }

  private synchronized boolean start() {
    if (server != null) {
      return true;
    }
    List<RestResource> resources = resources();
    if (resources.isEmpty() || failure != null) {
      return false;
    }
    long begun = System.nanoTime();
    try {
      server = settings.withClassLoader(() -> create(resources));
      LOG.info(
          "REST of {}: {} resources, {} ms",
          module,
          resources.size(),
          (System.nanoTime() - begun) / 1_000_000);
      return true;
    } catch (RuntimeException e) {
      failure = "The REST server of " + module + " did not start";
      LOG.error("{}", failure, e);
      return false;
    }
  }

  private Server create(List<RestResource> resources) {
    JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
    factory.setBus(settings.bus());
    factory.setDestinationFactory(settings.transport());
    factory.setAddress("/" + module);
    factory.setResourceProviders(
        resources.stream()
            .<ResourceProvider>map(resource -> new SingletonResourceProvider(resource, true))
            .toList());
    factory.setProviders(
        List.of(
            new JacksonJsonProvider(Json.mapper()).disable(JaxRSFeature.ALLOW_EMPTY_INPUT),
            new ParameterConverters(),
            new ProblemMapper(settings.calls()),
            new PermissionFilter(module, settings.calls(), settings.audit()),
            new AnswerFilter()));
    Server created = factory.create();
    open(factory.getServiceFactory().getClassResourceInfo());
    return created;
  }

  /**
   * Resources are package-private classes in a house of DS components; CXF calls what is public.
   */
  private static void open(List<ClassResourceInfo> classes) {
    for (ClassResourceInfo resource : classes) {
      for (OperationResourceInfo operation :
          resource.getMethodDispatcher().getOperationResourceInfos()) {
        operation.getMethodToInvoke().setAccessible(true);
      }
    }
  }

  private List<RestResource> resources() {
    return findings.entrySet().stream()
        .filter(entry -> entry.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }
}
