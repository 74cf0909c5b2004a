package org.victimfirst.web;

import java.util.concurrent.Callable;
import org.victimfirst.api.security.Call;
import org.victimfirst.security.Calls;

/** Binds calls to threads. */
final class FakeCalls implements Calls {
  private static final ThreadLocal<Call> BOUND = new ThreadLocal<>();

  @Override
  public <T> T during(Call call, Callable<T> work) throws Exception {
    BOUND.set(call);
    try {
      return work.call();
    } finally {
      BOUND.remove();
    }
  }

  @Override
  public Call current() {
    Call call = BOUND.get();
    if (call == null) {
      throw new IllegalStateException("No call on this thread");
    }
    return call;
  }
}
