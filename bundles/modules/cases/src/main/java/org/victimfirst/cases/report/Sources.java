package org.victimfirst.cases.report;

/** Where the rules of counting come from. */
final class Sources {
  static final String RULES = "Counting rules of the legacy extract, \"How the report counts\"";
  static final String REPORT = "Quarterly report April to June 2020, section ";
  static final String PERIOD =
      "A case counts in the period in which it was closed (local date, both ends included)";
  static final String ENHANCED =
      "enhanced means that its support level at closing was enhanced. Cases are counted, not people";

  private Sources() {}
}
