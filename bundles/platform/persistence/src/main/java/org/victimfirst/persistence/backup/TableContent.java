package org.victimfirst.persistence.backup;

import java.util.List;

/**
 * What a backup says of one table.
 *
 * @param module the module that owns it
 * @param table its name, in small letters
 * @param columns its columns' names, in small letters, in the order of the values in each line
 * @param rows how many lines there are
 */
record TableContent(String module, String table, List<String> columns, long rows) {
  /** Name of the file in the backup that has the rows. */
  String entry() {
    return "rows/" + module + '/' + table + ".jsonl";
  }
}
