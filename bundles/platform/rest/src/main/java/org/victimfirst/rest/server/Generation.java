package org.victimfirst.rest.server;

import java.util.List;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;

/**
 * One server of a module, with a servlet to itself. When the module's resources change, the next
 * generation takes the next requests, and this one ends when its last request has.
 */
final class Generation {
  private final Server server;
  private final CXFNonSpringServlet servlet;
  private int inside;
  private boolean retired;

  private Generation(Server server, CXFNonSpringServlet servlet) {
    this.server = server;
    this.servlet = servlet;
  }

  /** Makes and starts a server. */
  static Generation start(Bus bus, JAXRSServerFactoryBean factory, ServletConfig config) {
    DestinationRegistryImpl registry = new DestinationRegistryImpl();
    factory.setBus(bus);
    factory.setDestinationFactory(new HTTPTransportFactory(registry));
    CXFNonSpringServlet servlet = new CXFNonSpringServlet(registry, bus);
    Server server = factory.create();
    open(factory.getServiceFactory().getClassResourceInfo());
    try {
      servlet.init(config);
    } catch (ServletException e) {
      server.destroy();
      throw new IllegalStateException(e);
    }
    return new Generation(server, servlet);
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

  CXFNonSpringServlet servlet() {
    return servlet;
  }

  /** Comes in for one request; false when a newer generation answers. */
  synchronized boolean enter() {
    if (retired) {
      return false;
    }
    inside++;
    return true;
  }

  void leave() {
    boolean last;
    synchronized (this) {
      inside--;
      last = retired && inside == 0;
    }
    if (last) {
      server.destroy();
    }
  }

  /** Lets no more requests in, and ends with the last one inside. */
  void retire() {
    boolean empty;
    synchronized (this) {
      empty = !retired && inside == 0;
      retired = true;
    }
    if (empty) {
      server.destroy();
    }
  }
}
