package org.victimfirst.web;

import java.util.concurrent.Callable;
import org.victimfirst.api.security.Call;
import org.victimfirst.security.Calls;

/** Binds calls to threads. */
final class FakeCalls implements Calls {
  private final ThreadLocal<Call> bound = new ThreadLocal<>();

  @Override
  public <T> T during(Call call, Callable<T> work) throws Exception {
    bound.set(call);
    try {
      return work.call();
    } finally {
      bound.remove();
    }
  }

  @Override
  public Call current() {
    Call call = bound.get();
    if (call == null) {
      throw new IllegalStateException("No call on this thread");
    }
    return call;
  }
}
