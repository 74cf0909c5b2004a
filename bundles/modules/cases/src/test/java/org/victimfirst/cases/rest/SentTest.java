package org.victimfirst.cases.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.cases.domain.PersonDetails;

/** What is left out of a body is empty, and what must be there is asked for by its name. */
class SentTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aPersonWithANameOnlyIsAPerson() throws Exception {
    PersonDetails person =
        JSON.readValue("{\"lastName\": \"Exampleford\"}", SentPerson.class).details();

    assertThat(person)
        .isEqualTo(new PersonDetails("", "Exampleford", null, "", "", "", "", "", "", "", ""));
  }

  @Test
  void answersThatWereNotGivenAreEmpty() throws Exception {
    assertThat(JSON.readValue("{}", SentDemographics.class).answers().ethnicity()).isEmpty();
  }

  @Test
  void aReferralNamesWhatIsMissing() throws Exception {
    assertThatThrownBy(() -> JSON.readValue("{}", SentReferral.class).read())
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.members()).containsEntry("field", "person"));
    assertThatThrownBy(
            () -> JSON.readValue("{\"person\": {}, \"referral\": {}}", SentReferral.class).read())
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(422);
              assertThat(problem.members()).containsEntry("field", "receivedAt");
            });
  }
}
