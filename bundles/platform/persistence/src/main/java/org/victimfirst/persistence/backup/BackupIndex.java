package org.victimfirst.persistence.backup;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The table of contents of a backup: {@code backup.json}, its last entry, so that a file that was
 * cut off has none.
 *
 * @param format version of the backup's form
 * @param madeAt when it was made, ISO local time
 * @param versions schema versions by module
 * @param tables the tables, in an order in which they can be filled
 */
record BackupIndex(
    int format, String madeAt, Map<String, String> versions, List<TableContent> tables) {
  static final int FORMAT = 1;
  static final String ENTRY = "backup.json";

  String toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("format", format);
    json.addProperty("madeAt", madeAt);
    JsonObject schemas = new JsonObject();
    versions.forEach(schemas::addProperty);
    json.add("versions", schemas);
    JsonArray contents = new JsonArray();
    for (TableContent table : tables) {
      JsonObject content = new JsonObject();
      content.addProperty("module", table.module());
      content.addProperty("table", table.table());
      JsonArray columns = new JsonArray();
      table.columns().forEach(columns::add);
      content.add("columns", columns);
      content.addProperty("rows", table.rows());
      contents.add(content);
    }
    json.add("tables", contents);
    return json.toString();
  }

  static BackupIndex fromJson(String text) {
    JsonObject json = JsonParser.parseString(text).getAsJsonObject();
    Map<String, String> versions = new TreeMap<>();
    json.getAsJsonObject("versions")
        .entrySet()
        .forEach(e -> versions.put(e.getKey(), e.getValue().getAsString()));
    List<TableContent> tables = new ArrayList<>();
    for (JsonElement element : json.getAsJsonArray("tables")) {
      JsonObject table = element.getAsJsonObject();
      List<String> columns = new ArrayList<>();
      table.getAsJsonArray("columns").forEach(column -> columns.add(column.getAsString()));
      tables.add(
          new TableContent(
              table.get("module").getAsString(),
              table.get("table").getAsString(),
              columns,
              table.get("rows").getAsLong()));
    }
    return new BackupIndex(
        json.get("format").getAsInt(), json.get("madeAt").getAsString(), versions, tables);
  }
}
