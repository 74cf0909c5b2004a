package org.victimfirst.web.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.victimfirst.web.http.Exchange;

/**
 * The files under {@code /assets/}. Their addresses carry a hash of their content, so that browsers
 * may keep them for ever; they are zipped once.
 */
public final class Assets {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final int HASH_LETTERS = 12;
  private static final Map<String, String> FILES = files();

  private final Map<String, Asset> byAddress = new LinkedHashMap<>();
  private final Map<String, String> addresses = new LinkedHashMap<>();

  /** One file. */
  private static final class Asset {
    private final String contentType;
    private final byte[] plain;
    private final byte[] zipped;

    Asset(String contentType, byte[] plain) {
      this.contentType = contentType;
      this.plain = plain;
      this.zipped = zip(plain);
    }
  }

  /** Reads the files out of the bundle. */
  public Assets() {
    FILES.forEach(this::load);
  }

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("govuk-frontend.min.css", "text/css; charset=utf-8");
    files.put("moj-frontend.min.css", "text/css; charset=utf-8");
    files.put("console.css", "text/css; charset=utf-8");
    files.put("govuk-frontend.min.js", "text/javascript; charset=utf-8");
    files.put("init.js", "text/javascript; charset=utf-8");
    files.put("mark.svg", "image/svg+xml");
    return files;
  }

  private void load(String name, String contentType) {
    byte[] plain = read(name);
    if (name.equals("init.js")) {
      // It imports the design system's script, whose address is known only now.
      String text = new String(plain, StandardCharsets.UTF_8);
      String script = "govuk-frontend.min.js";
      plain = text.replace("/assets/" + script, address(script)).getBytes(StandardCharsets.UTF_8);
    }
    int dot = name.lastIndexOf('.');
    String address = "/assets/" + name.substring(0, dot) + "-" + hash(plain) + name.substring(dot);
    addresses.put(name, address);
    byAddress.put(address, new Asset(contentType, plain));
  }

  private static byte[] read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("/assets/" + name)) {
      if (in == null) {
        throw new IllegalStateException("The bundle has no asset " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The asset " + name + " cannot be read", e);
    }
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest).substring(0, HASH_LETTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static byte[] zip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written", e);
    }
    return out.toByteArray();
  }

  /** The address of a file, such as {@code /assets/console-0123456789ab.css}. */
  public String address(String name) {
    return Optional.ofNullable(addresses.get(name))
        .orElseThrow(() -> new IllegalArgumentException("No asset is named " + name));
  }

  /** The style sheets in the order in which they must be loaded. */
  public List<String> styleSheets() {
    return List.of(
        address("govuk-frontend.min.css"), address("moj-frontend.min.css"), address("console.css"));
  }

  /** The address of the style sheet with a title as the running foot on paper. */
  public String foot(String title) {
    return Foot.address(title);
  }

  /** Answers a request below {@code /assets/} or for the icon that browsers ask for unasked. */
  public void answer(Exchange exchange) throws IOException {
    String path = exchange.path();
    Optional<String> foot = path.startsWith(Foot.PREFIX) ? Foot.sheet(path) : Optional.empty();
    if (foot.isPresent()) {
      exchange.header("Cache-Control", "private, max-age=86400");
      byte[] sheet = foot.get().getBytes(StandardCharsets.UTF_8);
      exchange.bytes(200, "text/css; charset=utf-8", sheet);
      return;
    }
    Asset asset = byAddress.get(path.equals("/favicon.ico") ? address("mark.svg") : path);
    if (asset == null || !exchange.method().equals("GET")) {
      exchange.status(asset == null ? 404 : 405);
      return;
    }
    exchange.header("Cache-Control", path.equals("/favicon.ico") ? "max-age=86400" : FOR_EVER);
    exchange.header("Vary", "Accept-Encoding");
    String accepted = exchange.request().getHeader("Accept-Encoding");
    if (accepted != null && accepted.contains("gzip")) {
      exchange.header("Content-Encoding", "gzip");
      exchange.bytes(200, asset.contentType, asset.zipped);
    } else {
      exchange.bytes(200, asset.contentType, asset.plain);
    }
  }

  /** Whether a path is one of ours. */
  public static boolean below(String path) {
    return path.startsWith("/assets/") || path.equals("/favicon.ico");
  }
}
