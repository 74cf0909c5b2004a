package org.victimfirst.security;

import java.util.concurrent.Callable;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.security.CallContext;

/** Binds a call to the thread that answers it. The same service as {@link CallContext}. */
public interface Calls extends CallContext {
  /** Runs work as part of a call; the binding ends with it. */
  <T> T during(Call call, Callable<T> work) throws Exception;
}
