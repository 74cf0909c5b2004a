package org.victimfirst.area;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.Code;

/**
 * Reads an area profile from its three files. Public for the tests of other modules, which have no
 * OSGi about them: {@code ProfileReader.fromClassPath()} with the area's jar as a test dependency.
 */
public final class ProfileReader {
  static final String PROFILE = "/area/profile.json";
  static final String LISTS = "/area/lists.csv";
  static final String CALENDAR = "/area/calendar.json";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .registerModule(new SimpleModule().addDeserializer(LocalDate.class, new Dates()));

  private ProfileReader() {}

  /** Where the files are: opens a path, or gives null when it is not there. */
  @FunctionalInterface
  public interface Files {
    /** Opens a file such as {@code /area/profile.json}. */
    @Nullable InputStream open(String path) throws IOException;
  }

  /**
   * The profile whose files are on the class path of the caller's thread.
   *
   * @throws ProfileException when there is none, or it cannot be read
   */
  public static AreaProfile fromClassPath() {
    return read(ProfileReader.class::getResourceAsStream);
  }

  /**
   * A profile from its files.
   *
   * @throws ProfileException when one is missing or cannot be read
   */
  public static AreaProfile read(Files files) {
    return new Profile(
        json(files, PROFILE, ProfileFile.class), lists(files), new WorkingDays(calendar(files)));
  }

  private static ProfileFile.Calendar calendar(Files files) {
    return json(files, CALENDAR, ProfileFile.Calendar.class);
  }

  private static Map<String, List<Code>> lists(Files files) {
    try (Reader text = new InputStreamReader(open(files, LISTS), StandardCharsets.UTF_8)) {
      return ListsFile.read(text);
    } catch (IOException e) {
      throw new ProfileException(LISTS + " cannot be read", e);
    }
  }

  private static <T> T json(Files files, String path, Class<T> type) {
    try (InputStream in = open(files, path)) {
      return JSON.readValue(in, type);
    } catch (JsonProcessingException e) {
      throw new ProfileException(path + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ProfileException(path + " cannot be read", e);
    }
  }

  private static InputStream open(Files files, String path) throws IOException {
    InputStream in = files.open(path);
    if (in == null) {
      throw new ProfileException("The area bundle has no file " + path);
    }
    return in;
  }

  private static final class Dates extends StdDeserializer<LocalDate> {
    private static final long serialVersionUID = 1;

    Dates() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return LocalDate.parse(parser.getText());
    }
  }
}
