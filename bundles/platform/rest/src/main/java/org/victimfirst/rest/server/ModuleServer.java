package org.victimfirst.rest.server;

import com.fasterxml.jackson.jaxrs.cfg.JaxRSFeature;
import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.ServletConfig;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.lifecycle.ResourceProvider;
import org.apache.cxf.jaxrs.lifecycle.SingletonResourceProvider;
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
  private @Nullable Generation generation;

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

  /** Comes in for one request; empty when the module has nothing to answer with. */
  Optional<Generation> enter(ServletConfig config) {
    while (true) {
      Generation current = current(config);
      if (current == null || current.enter()) {
        return Optional.ofNullable(current);
      }
    }
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
    Generation old = generation;
    generation = null;
    openApi = null;
    failure = null;
    if (old != null) {
      old.retire();
    }
  }

  private synchronized @Nullable Generation current(ServletConfig config) {
    List<RestResource> resources = resources();
    if (generation != null || resources.isEmpty() || failure != null) {
      return generation;
    }
    long begun = System.nanoTime();
    try {
      generation = settings.withClassLoader(() -> create(resources, config));
      LOG.info(
          "REST of {}: {} resources, {} ms",
          module,
          resources.size(),
          (System.nanoTime() - begun) / 1_000_000);
    } catch (RuntimeException e) {
      failure = "The REST server of " + module + " did not start";
      LOG.error("{}", failure, e);
    }
    return generation;
  }

  private Generation create(List<RestResource> resources, ServletConfig config) {
    JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
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
    return Generation.start(settings.bus(), factory, config);
  }

  private List<RestResource> resources() {
    return findings.entrySet().stream()
        .filter(entry -> entry.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }
}
