package org.victimfirst.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.web.UploadedFile;

/** A form as it was sent: its fields and files. Closing it deletes the files. */
public final class SentForm implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SentForm.class);
  private static final String MULTIPART = "multipart/form-data";
  private static final int FIELDS_MEGABYTES = 4;
  private static final int FIELDS_BYTES = FIELDS_MEGABYTES << 20;

  private final Map<String, List<String>> fields;
  private final Map<String, List<UploadedFile>> files;
  private final List<Part> parts;

  private SentForm(
      Map<String, List<String>> fields, Map<String, List<UploadedFile>> files, List<Part> parts) {
    this.fields = fields;
    this.files = files;
    this.parts = parts;
  }

  /** A form without anything. */
  public static SentForm empty() {
    return new SentForm(Map.of(), Map.of(), List.of());
  }

  /** Whether the body of a request may bring files. */
  public static boolean hasFiles(HttpServletRequest request) {
    return type(request).startsWith(MULTIPART);
  }

  private static String type(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null ? "" : type.toLowerCase(Locale.ROOT);
  }

  /**
   * Reads the body of a request.
   *
   * @param uploadMegabytes what the servlet takes at most, to say so when it is more
   */
  public static SentForm read(HttpServletRequest request, int uploadMegabytes)
      throws IOException, TooLargeException {
    if (hasFiles(request)) {
      return multipart(request, uploadMegabytes);
    }
    if (!type(request).startsWith("application/x-www-form-urlencoded")) {
      return empty();
    }
    byte[] body = request.getInputStream().readNBytes(FIELDS_BYTES + 1);
    if (body.length > FIELDS_BYTES) {
      throw new TooLargeException(FIELDS_MEGABYTES);
    }
    return new SentForm(Decoding.fields(Decoding.utf8(body)), Map.of(), List.of());
  }

  private static SentForm multipart(HttpServletRequest request, int uploadMegabytes)
      throws IOException, TooLargeException {
    List<Part> parts;
    try {
      parts = List.copyOf(request.getParts());
    } catch (IllegalStateException e) {
      LOG.info("An upload was refused: {}", e.getMessage());
      throw new TooLargeException(uploadMegabytes);
    } catch (ServletException e) {
      throw new IOException("The form's parts cannot be read", e);
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    Map<String, List<UploadedFile>> files = new LinkedHashMap<>();
    long typed = 0;
    for (Part part : parts) {
      if (part.getSubmittedFileName() == null) {
        typed += part.getSize();
        if (typed > FIELDS_BYTES) {
          throw new TooLargeException(FIELDS_MEGABYTES);
        }
        try (InputStream in = part.getInputStream()) {
          Decoding.add(fields, part.getName(), Decoding.utf8(in.readNBytes(FIELDS_BYTES)));
        }
      } else if (part.getSize() > 0) {
        files.computeIfAbsent(part.getName(), n -> new ArrayList<>()).add(new SentFile(part));
      }
    }
    return new SentForm(fields, files, parts);
  }

  /** The same form without some of its fields; both share the files. */
  public SentForm without(String... names) {
    Map<String, List<String>> kept = new LinkedHashMap<>(fields);
    kept.keySet().removeAll(List.of(names));
    return new SentForm(Collections.unmodifiableMap(kept), files, parts);
  }

  /** The fields, in order. */
  public Map<String, List<String>> fields() {
    return fields;
  }

  /** A field's first value, or an empty string. */
  public String field(String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  /** The files of a field; a field without a chosen file has none. */
  public List<UploadedFile> files(String name) {
    return List.copyOf(files.getOrDefault(name, List.of()));
  }

  /** Whether a file came with it. */
  public boolean hasFiles() {
    return !files.isEmpty();
  }

  @Override
  public void close() {
    for (Part part : parts) {
      try {
        part.delete();
      } catch (IOException e) {
        LOG.warn("A file of a form could not be deleted", e);
      }
    }
  }

  /** A file that the servlet container holds. */
  private record SentFile(Part part) implements UploadedFile {
    @Override
    public String name() {
      String sent = part.getSubmittedFileName();
      return sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    }

    @Override
    public long size() {
      return part.getSize();
    }

    @Override
    public InputStream open() throws IOException {
      return part.getInputStream();
    }
  }
}
