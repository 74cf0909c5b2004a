package org.victimfirst.benchmarks.limit;

import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.lifecycle.SingletonResourceProvider;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** One CXF server with Jackson and nothing else, under /limit/rest. */
@Component(
    service = Servlet.class,
    property = {
      LimitContext.SELECT,
      "osgi.http.whiteboard.servlet.pattern=/rest/*",
      "osgi.http.whiteboard.servlet.name=victimfirst-limit-rest"
    })
public final class BareRest implements Servlet {
  private final Bus bus;
  private final CXFNonSpringServlet servlet;

  /** With a bus of its own. */
  @Activate
  public BareRest() {
    DestinationRegistryImpl registry = new DestinationRegistryImpl();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // CXF finds its own classes first, as it must outside an application server.
    thread.setContextClassLoader(JAXRSServerFactoryBean.class.getClassLoader());
    try {
      bus = BusFactory.newInstance().createBus();
      servlet = new CXFNonSpringServlet(registry, bus);
      JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
      factory.setBus(bus);
      factory.setDestinationFactory(new HTTPTransportFactory(registry));
      factory.setAddress("/");
      factory.setResourceProvider(new SingletonResourceProvider(new BareResource(), true));
      factory.setProvider(new JacksonJsonProvider());
      factory.create();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public void init(ServletConfig config) throws ServletException {
    servlet.init(config);
  }

  @Override
  public ServletConfig getServletConfig() {
    return servlet.getServletConfig();
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    servlet.service(request, response);
  }

  @Override
  public String getServletInfo() {
    return "limit";
  }

  @Override
  public void destroy() {
    servlet.destroy();
    bus.shutdown(true);
  }
}
