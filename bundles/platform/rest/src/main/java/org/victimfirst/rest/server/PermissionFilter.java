package org.victimfirst.rest.server;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.security.CallContext;

/** Refuses a caller without the permission that the method names; runs after it was matched. */
final class PermissionFilter implements ContainerRequestFilter {
  private final String module;
  private final CallContext calls;
  private final Audit audit;

  PermissionFilter(String module, CallContext calls, Audit audit) {
    this.module = module;
    this.calls = calls;
    this.audit = audit;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Message message = JAXRSUtils.getCurrentMessage();
    OperationResourceInfo operation = message.getExchange().get(OperationResourceInfo.class);
    if (operation == null) {
      throw new IllegalStateException("A request passed that no method was found for");
    }
    Method method = operation.getMethodToInvoke();
    Class<?> resource = operation.getClassResourceInfo().getServiceClass();
    remember(message, operation);
    String permission = ResourceCheck.permission(resource, method);
    Call call = calls.current();
    if (permission == null || !call.actor().may(permission)) {
      String name = permission == null ? module + ":none" : permission;
      audit.record(
          call, "rest.request.refused", "module", 0, Map.of("module", module, "permission", name));
      throw new AccessDeniedException(name);
    }
    if (method.getReturnType() == Paged.class) {
      checkPage(request);
    }
  }

  /** Leaves the template of the address for the access log, which must not have ids of people. */
  private static void remember(Message message, OperationResourceInfo operation) {
    if (message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest request) {
      String template =
          operation.getClassResourceInfo().getURITemplate().getValue()
              + operation.getURITemplate().getValue();
      request.setAttribute(RequestLog.TEMPLATE, template);
    }
  }

  private static void checkPage(ContainerRequestContext request) {
    var query = request.getUriInfo().getQueryParameters();
    check("page", query.get("page"), Integer.MAX_VALUE);
    check("size", query.get("size"), Paged.MAX_SIZE);
  }

  private static void check(String name, @Nullable List<String> values, int max) {
    if (values == null) {
      return;
    }
    for (String value : values) {
      if (!value.matches("[1-9]\\d{0,8}") || Integer.parseInt(value) > max) {
        ProblemType type = ProblemType.BAD_PARAMETER;
        throw ProblemException.badRequest(
                type.code(),
                name + " is a number from 1" + (max == Integer.MAX_VALUE ? "" : " to " + max) + ".")
            .with("parameter", name);
      }
    }
  }
}
