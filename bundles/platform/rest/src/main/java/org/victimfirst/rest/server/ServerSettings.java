package org.victimfirst.rest.server;

import java.util.function.Supplier;
import org.apache.cxf.Bus;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.CallContext;

/** What all servers share. */
record ServerSettings(Bus bus, CallContext calls, Audit audit) {
  /** Runs work while CXF finds its own classes first, as it must outside an application server. */
  <T> T withClassLoader(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(JAXRSServerFactoryBean.class.getClassLoader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
