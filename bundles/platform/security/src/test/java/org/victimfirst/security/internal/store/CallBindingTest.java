package org.victimfirst.security.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.victimfirst.api.security.Call;

class CallBindingTest {
  @Test
  void bindingEndsWithTheWork() throws Exception {
    CallBinding calls = new CallBinding();
    Call outer = Call.system("outer");
    Call inner = Call.system("inner");
    String seen =
        calls.during(
            outer,
            () -> calls.during(inner, () -> calls.current().origin()) + calls.current().origin());
    assertThat(seen).isEqualTo("innerouter");
    assertThatThrownBy(calls::current).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                calls.during(
                    outer,
                    () -> {
                      throw new IllegalArgumentException("wrong");
                    }))
        .hasMessage("wrong");
    assertThatThrownBy(calls::current).isInstanceOf(IllegalStateException.class);
  }
}
