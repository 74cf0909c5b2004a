package org.victimfirst.intake.receive;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file as somebody sent it.
 *
 * @param name its name as sent
 * @param content opens it
 */
public record Upload(String name, Content content) {
  /** Opens what was sent. */
  @FunctionalInterface
  public interface Content {
    /** Opens it from its beginning. */
    InputStream open() throws IOException;
  }
}
