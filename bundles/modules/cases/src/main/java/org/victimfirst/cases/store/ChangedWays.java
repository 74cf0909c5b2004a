package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.cases.SafeContact;
import org.victimfirst.api.security.Call;
import org.victimfirst.cases.domain.AllTold;
import org.victimfirst.cases.domain.ContactWays;
import org.victimfirst.cases.domain.PermissionEntry;
import org.victimfirst.cases.domain.Permissions;
import org.victimfirst.cases.domain.PersonDetails;
import org.victimfirst.cases.domain.Telling;

/**
 * Gives a person other details. A "yes" is about the phone, email or address that it was said of,
 * whoever said it, and ends with it.
 *
 * @param profile says how long an answer holds
 * @param journal for times and ids
 * @param call who changes the details
 */
record ChangedWays(AreaProfile profile, Journal journal, Call call) {
  /**
   * Takes over the details.
   *
   * @param told what all referrals of the person told
   * @param until the last day of an answer that ends: what referrers told later counts
   * @return the channels that were safe and are not any more
   */
  List<String> take(
      Connection connection,
      PersonEntity person,
      PersonDetails details,
      List<Telling> told,
      LocalDate until)
      throws SQLException {
    List<PermissionEntry> asked = asked(connection, person);
    List<String> safe = safe(asked, person);
    List<String> changed =
        ContactWays.ALL.stream()
            .filter(way -> !ContactWays.same(way, person.details(), details))
            .toList();
    person.details(details);
    person.told(AllTold.of(told, details));
    for (PermissionEntry answer : asked) {
      if (answer.state() == SafeContact.State.YES
          && changed.contains(ContactWays.of(answer.channel()))) {
        end(connection, person.id, answer.channel(), until);
      }
    }
    List<String> ended = new ArrayList<>(safe);
    ended.removeAll(safe(asked(connection, person), person));
    return ended;
  }

  private static List<PermissionEntry> asked(Connection connection, PersonEntity person)
      throws SQLException {
    return CaseSql.permissions(connection, List.of(person.id), true)
        .getOrDefault(person.id, List.of());
  }

  private List<String> safe(List<PermissionEntry> asked, PersonEntity person) {
    List<PermissionEntry> told = person.told(Permissions.validDays(profile));
    return new Permissions(asked, told, "")
        .on(journal.clock().today()).channels().stream()
            .filter(channel -> channel.state() == SafeContact.State.YES)
            .map(SafeContact.Channel::code)
            .toList();
  }

  private void end(Connection connection, long personId, String channel, LocalDate until)
      throws SQLException {
    LocalDateTime now = journal.clock().now();
    PermissionSql.replace(
        connection,
        journal,
        personId,
        new PermissionEntry(
            channel,
            SafeContact.State.NOT_ASKED,
            "",
            now.toLocalDate(),
            until,
            call.actor().login(),
            now,
            null));
  }
}
