package org.victimfirst.security.internal.store;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.security.CallContext;
import org.victimfirst.security.Calls;

/** The call of each thread that answers a request, for as long as it does. */
@Component(service = {Calls.class, CallContext.class})
public class CallBinding implements Calls {
  private final ThreadLocal<@Nullable Call> bound = new ThreadLocal<>();

  @Override
  public <T> T during(Call call, Callable<T> work) throws Exception {
    Call outer = bound.get();
    bound.set(call);
    try {
      return work.call();
    } finally {
      if (outer == null) {
        bound.remove();
      } else {
        bound.set(outer);
      }
    }
  }

  @Override
  public Call current() {
    Call call = bound.get();
    if (call == null) {
      bound.remove();
      throw new IllegalStateException("This thread answers no request");
    }
    return call;
  }
}
