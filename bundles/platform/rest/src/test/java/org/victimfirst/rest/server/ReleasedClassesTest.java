package org.victimfirst.rest.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.rest.RestResource;

/** A module that has gone leaves nothing behind that would hold its classes. */
class ReleasedClassesTest {
  @Test
  void releasesTheClassesOfAResourceThatHasGone() throws Exception {
    try (TestServer server = new TestServer()) {
      WeakReference<ClassLoader> module = useAndWithdraw(server);

      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                System.gc();
                return module.get() == null;
              });
      assertThat(module.get()).isNull();
    }
  }

  private static WeakReference<ClassLoader> useAndWithdraw(TestServer server) throws Exception {
    ClassLoader loader = new ModuleLoader();
    var constructor = loader.loadClass(SampleResource.class.getName()).getDeclaredConstructor();
    constructor.setAccessible(true);
    RestResource resource = (RestResource) constructor.newInstance();
    server.publish("sample", resource);
    assertThat(server.get("/sample/things/1").statusCode()).isEqualTo(200);
    assertThat(server.post("/sample/things", "{\"name\":\"a\",\"count\":2}").statusCode())
        .isEqualTo(200);
    assertThat(server.get("/sample/things/fails/stale").statusCode()).isEqualTo(412);
    assertThat(server.get("/sample/openapi.json").statusCode()).isEqualTo(200);
    server.withdraw("sample", resource);
    return new WeakReference<>(loader);
  }

  /** Loads the sample's classes anew, as the framework does for a bundle. */
  private static final class ModuleLoader extends ClassLoader {
    ModuleLoader() {
      super(SampleResource.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(SampleResource.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] octets = in.readAllBytes();
        return defineClass(name, octets, 0, octets.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
