package org.victimfirst.rest.server;

import java.net.URI;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Link;
import javax.ws.rs.core.UriBuilder;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.Versioned;

/**
 * Adds what follows from the answer itself: links to other pages of a list, the entity tag; keeps
 * the place of what was made on the server that was asked.
 */
final class AnswerFilter implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    URI location = response.getLocation();
    if (location != null) {
      // CXF writes the host that the first request named; behind a proxy it is another.
      response.getHeaders().putSingle(HttpHeaders.LOCATION, local(location));
    }
    Object entity = response.getEntity();
    if (entity instanceof Paged<?> paged) {
      link(request, response, paged, "first", 1);
      link(request, response, paged, "prev", paged.page() - 1);
      link(request, response, paged, "next", paged.page() + 1);
      link(request, response, paged, "last", paged.pages());
    } else if (entity instanceof Versioned versioned
        && !response.getHeaders().containsKey(HttpHeaders.ETAG)) {
      response.getHeaders().putSingle(HttpHeaders.ETAG, "\"" + versioned.version() + "\"");
    }
  }

  private static String local(URI location) {
    String query = location.getRawQuery();
    return location.getRawPath() + (query == null ? "" : "?" + query);
  }

  private static void link(
      ContainerRequestContext request,
      ContainerResponseContext response,
      Paged<?> paged,
      String relation,
      int page) {
    if (page < 1 || page > paged.pages()) {
      return;
    }
    UriBuilder address =
        UriBuilder.fromPath(request.getUriInfo().getRequestUri().getRawPath())
            .replaceQuery(request.getUriInfo().getRequestUri().getRawQuery())
            .replaceQueryParam("page", page)
            .replaceQueryParam("size", paged.size());
    response
        .getHeaders()
        .add(HttpHeaders.LINK, Link.fromUri(address.build()).rel(relation).build().toString());
  }
}
