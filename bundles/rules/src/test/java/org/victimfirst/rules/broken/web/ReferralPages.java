package org.victimfirst.rules.broken.web;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A component with a field that a framework fills and one that anybody changes. */
@Component(service = ReferralPages.class)
public class ReferralPages {
  private static final ThreadLocal<String> LAST = new ThreadLocal<>();
  private static int asked;

  @Reference private volatile Runnable work;
  private int shown;

  String show() {
    asked++;
    shown++;
    work.run();
    new Thread(work).start();
    System.out.println(shown);
    return LAST.get() + asked;
  }
}
