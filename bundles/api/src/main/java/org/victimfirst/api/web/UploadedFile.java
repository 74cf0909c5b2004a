package org.victimfirst.api.web;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;

/** A file that was sent with a form. It is gone when the request ends. */
@ProviderType
public interface UploadedFile {
  /** Its name as sent, without folders. */
  String name();

  /** Its size in bytes. */
  long size();

  /** Its content; each call begins anew. */
  InputStream open() throws IOException;
}
