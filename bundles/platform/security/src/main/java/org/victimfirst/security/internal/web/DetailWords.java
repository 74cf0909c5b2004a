package org.victimfirst.security.internal.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The details of an audit record as people read them: "roles: auditor; active: true". */
final class DetailWords {
  private static final JsonFactory JSON = new JsonFactory();

  private DetailWords() {}

  /** Words for a JSON object as stored; what cannot be read is given as it is. */
  static String of(String details) {
    List<String> words = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(details)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME) {
          String key = parser.currentName().replace('_', ' ');
          parser.nextToken();
          words.add(key + ": " + parser.getText());
        }
      }
    } catch (IOException e) {
      // Somebody changed the record; the check of the audit will name it.
      return details;
    }
    return words.isEmpty() ? "\u2013" : String.join("; ", words);
  }
}
