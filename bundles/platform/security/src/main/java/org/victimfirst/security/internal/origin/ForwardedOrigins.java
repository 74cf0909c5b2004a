package org.victimfirst.security.internal.origin;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.security.Origins;

/** The address that is connected, or the one that a proxy of ours names. */
@Component(configurationPid = "org.victimfirst.security")
public class ForwardedOrigins implements Origins {
  private final boolean behindProxy;

  /** Settings, PID {@code org.victimfirst.security}. */
  @interface Settings {
    /** Whether a proxy of ours sets X-Forwarded-For. */
    boolean behindProxy() default false;
  }

  /** Wired by Declarative Services. */
  @Activate
  public ForwardedOrigins(Settings settings) {
    this.behindProxy = settings.behindProxy();
  }

  @Override
  public String of(String remote, Enumeration<String> forwarded) {
    if (!behindProxy) {
      return remote;
    }
    // The last one was written by our own proxy, into a line of its own or behind what came; those
    // before it may be invented.
    List<String> lines = Collections.list(forwarded);
    String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    String named = last.substring(last.lastIndexOf(',') + 1).strip();
    return named.isEmpty() ? remote : named;
  }
}
