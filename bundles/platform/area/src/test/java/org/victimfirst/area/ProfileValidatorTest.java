package org.victimfirst.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault in a small profile is named. */
class ProfileValidatorTest {
  private static final String HEAD = "list,code,label,sort_order,parent_code,from,to,attributes\n";
  private static final String CALENDAR =
      "{\"division\":\"x\",\"source\":\"x\",\"holidays\":[{\"date\":\"2999-01-01\",\"title\":\"New Year\"}]}";

  private static List<String> findings(String members, String rows) {
    return ProfileReader.read(files(members, HEAD + rows, CALENDAR)).findings();
  }

  private static ProfileReader.Files files(String members, String lists, String calendar) {
    String json =
        "{\"code\":\"x\",\"edition\":\"1\",\"name\":\"X\",\"serviceName\":\"S\",\"childUnder\":18,"
            + "\"unknownAgeBand\":\"unknown\",\"ageBands\":[],\"lengthBands\":[]"
            + members
            + "}";
    Map<String, String> texts =
        Map.of(
            "/area/profile.json", json, "/area/lists.csv", lists, "/area/calendar.json", calendar);
    return path ->
        new ByteArrayInputStream(texts.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8));
  }

  private static final String UNKNOWN_AGE = "age_band,unknown,Unknown,1,,,,\n";

  @Test
  void findsNothingInASoundProfile() {
    assertThat(findings("", UNKNOWN_AGE)).isEmpty();
  }

  @Test
  void namesListsThatAreMissing() {
    assertThat(findings(",\"requiredLists\":[\"beat\"]", UNKNOWN_AGE))
        .containsExactly("The list beat is missing; the platform needs it.");
  }

  @Test
  void namesCodesLabelsAndPlacesThatAreDoubled() {
    assertThat(findings("", UNKNOWN_AGE + "a,x,X,1,,,,\na,x,Y,2,,,,\na,z,y,2,,,,\n"))
        .containsExactly(
            "The list a has the code x twice.",
            "In the list a, x and z have the same label \"y\" on the same day.",
            "In the list a, x and z have the same place 2.");
  }

  @Test
  void letsALabelPassFromOneCodeToTheNext() {
    assertThat(findings("", UNKNOWN_AGE + "a,x,X,1,,,2020-01-31,\na,y,X,2,,2020-02-01,,\n"))
        .isEmpty();
    assertThat(findings("", UNKNOWN_AGE + "a,x,X,1,,,2020-02-01,\na,y,X,2,,2020-02-01,,\n"))
        .hasSize(1);
  }

  @Test
  void namesRowsWithoutParentAndReferencesToNothing() {
    assertThat(
            findings(
                ",\"parents\":{\"b\":\"n\"},\"references\":{\"b.kind\":\"k\"}",
                UNKNOWN_AGE + "n,n1,N,1,,,,\nb,x,X,1,,,,kind=k9\nb,y,Y,2,n2,,,\n"))
        .containsExactly(
            "In the list b, x has no parent in n.",
            "In the list b, y lies under n2, which the list n does not have.",
            "In the list b, x has kind k9, which the list k does not have.");
  }

  @Test
  void namesGapsAndOverlapsOfAgeBands() {
    assertThat(
            findings(
                ",\"ageBands\":[{\"code\":\"a\",\"from\":1,\"to\":10},{\"code\":\"b\",\"from\":12,\"to\":17},{\"code\":\"c\",\"from\":17,\"to\":99}]",
                "age_band,a,A,1,,,,\nage_band,b,B,2,,,,\nage_band,c,C,3,,,,\nage_band,unknown,U,4,,,,\n"))
        .contains(
            "No age band holds ages under 1.",
            "Age bands: nothing holds 11, between a and b.",
            "Age bands: 17 is in both b and c.");
  }

  @Test
  void namesAMissingTopAgeBand() {
    String rows = UNKNOWN_AGE + "age_band,a,A,2,,,,\n";
    String band = ",\"ageBands\":[{\"code\":\"a\",\"from\":0,\"to\":%d}]";

    assertThat(findings(band.formatted(90), rows)).contains("No age band holds ages over 90.");
    assertThat(findings(band.formatted(150), rows)).noneMatch(found -> found.contains("over 150"));
  }

  /** Day bands and month bands as {@code from-to}, and what is said of them. */
  @ParameterizedTest
  @CsvSource({
    "1-20, 2-28, No length band holds 21 days to 1 month.",
    "1-20, 4-28, No length band holds 21 days to 3 months.",
    "1-31, 2-28, No length band holds 32 days to 1 month.",
    "1-31, 1-28, ''",
    "1-20, 1-28, ''",
    "1-62, 3-28, No length band holds 63 days to 2 months.",
    "1-63, 3-28, ''",
    "3-31, 1-28, No length band holds less than 3 days.",
    "'', 0-28, ''",
    "'', 1-28, No length band holds one day.",
    "'', 3-28, No length band holds one day to 2 months.",
    "1-31, '', ''",
  })
  void namesLengthsThatNoBandHolds(String days, String months, String finding) {
    List<String> bands = new ArrayList<>();
    StringBuilder rows = new StringBuilder(UNKNOWN_AGE);
    Map.of("days", days, "months", months)
        .forEach(
            (unit, ends) -> {
              if (!ends.isEmpty()) {
                String[] fromTo = ends.split("-", -1);
                bands.add(
                    "{\"code\":\"%s\",\"unit\":\"%s\",\"from\":%s,\"to\":%s}"
                        .formatted(unit, unit, fromTo[0], fromTo[1]));
                rows.append("length_band,%s,%s,%d,,,,\n".formatted(unit, unit, bands.size()));
              }
            });
    assertThat(findings(",\"lengthBands\":[" + String.join(",", bands) + "]", rows.toString()))
        .filteredOn(found -> found.startsWith("No length band"))
        .isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
  }

  @Test
  void namesBandsWithoutCodeAndCodesWithoutBand() {
    assertThat(
            findings(
                ",\"lengthBands\":[{\"code\":\"d1\",\"unit\":\"days\",\"from\":1,\"to\":31}]",
                UNKNOWN_AGE + "length_band,d2,D,1,,,,\n"))
        .contains(
            "The band d1 is not in the list length_band.",
            "The code d2 of the list length_band has no band.");
  }

  @Test
  void saysWhereAFileIsWrong() {
    assertThatThrownBy(() -> findings("", "a,x,X,first,,,,\n"))
        .hasMessage("lists.csv, line 2, column sort_order: it must be a whole number");
    assertThatThrownBy(() -> findings("", "a,x,X,1,,4/12/25,,\n"))
        .hasMessage("lists.csv, line 2, column from: it must be a date such as 2025-12-04");
    assertThatThrownBy(() -> findings(",\"sizes\":1", UNKNOWN_AGE))
        .isInstanceOf(ProfileException.class)
        .hasMessageContaining("sizes");
    assertThatThrownBy(() -> ProfileReader.read(path -> null))
        .hasMessage("The area bundle has no file /area/profile.json");
  }
}
