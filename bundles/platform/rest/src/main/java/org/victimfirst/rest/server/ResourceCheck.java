package org.victimfirst.rest.server;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import org.apache.cxf.jaxrs.utils.AnnotationUtils;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.security.Requires;

/** Finds what forbids the publication of a resource. */
final class ResourceCheck {
  private ResourceCheck() {}

  /** Sentences, one per finding; empty when the resource may be published. */
  static List<String> findings(Class<?> resource) {
    List<String> findings = new ArrayList<>();
    if (AnnotationUtils.getClassAnnotation(resource, Path.class) == null) {
      findings.add(resource.getName() + " has no @Path");
    }
    int published = 0;
    for (Method method : resource.getMethods()) {
      Method annotated = AnnotationUtils.getAnnotatedMethod(resource, method);
      if (httpMethod(annotated)) {
        published++;
        if (permission(resource, method) == null) {
          findings.add(name(resource, method) + " has no permission (@Requires)");
        }
      } else if (annotated.isAnnotationPresent(Path.class)) {
        findings.add(name(resource, method) + " is a locator; those are not published");
      }
    }
    if (published == 0) {
      findings.add(resource.getName() + " has no public method with @GET, @POST, …");
    }
    return findings;
  }

  /** The permission that a method needs, from itself or its class; null when neither names one. */
  static @Nullable String permission(Class<?> resource, Method method) {
    Requires own = method.getAnnotation(Requires.class);
    if (own == null) {
      own = AnnotationUtils.getAnnotatedMethod(resource, method).getAnnotation(Requires.class);
    }
    if (own == null) {
      own = resource.getAnnotation(Requires.class);
    }
    return own == null || own.value().isBlank() ? null : own.value();
  }

  private static boolean httpMethod(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      if (annotation.annotationType().isAnnotationPresent(HttpMethod.class)) {
        return true;
      }
    }
    return false;
  }

  private static String name(Class<?> resource, Method method) {
    return resource.getName() + "." + method.getName();
  }
}
