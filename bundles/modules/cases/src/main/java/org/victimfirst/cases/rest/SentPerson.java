package org.victimfirst.cases.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.victimfirst.cases.domain.PersonDetails;

/**
 * Who a person is, as it was sent; what is left out is not known. In a change a way to reach the
 * person that is left out stays as it is stored, since it is not sent out with the case either; an
 * address is taken whole. Codes are those of the area's list {@code gender}.
 *
 * @param firstName as the person gave it
 * @param lastName as the person gave it
 * @param dateOfBirth such as 1980-05-04
 * @param gender code of {@code gender}
 * @param phone as given
 * @param email as given
 * @param addressLine1 as given
 * @param addressLine2 as given
 * @param town as given
 * @param postcode as given
 * @param language name of a language
 */
record SentPerson(
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable LocalDate dateOfBirth,
    @Nullable String gender,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String addressLine1,
    @Nullable String addressLine2,
    @Nullable String town,
    @Nullable String postcode,
    @Nullable String language) {
  PersonDetails details() {
    return new PersonDetails(
        Sent.text(firstName),
        Sent.text(lastName),
        dateOfBirth,
        Sent.text(gender),
        Sent.text(phone),
        Sent.text(email),
        Sent.text(addressLine1),
        Sent.text(addressLine2),
        Sent.text(town),
        Sent.text(postcode),
        Sent.text(language));
  }

  /** The details with what is stored where nothing was sent about a way to reach the person. */
  PersonDetails over(PersonDetails stored) {
    boolean address =
        addressLine1 != null || addressLine2 != null || town != null || postcode != null;
    return new PersonDetails(
        Sent.text(firstName),
        Sent.text(lastName),
        dateOfBirth,
        Sent.text(gender),
        phone == null ? stored.phone() : phone,
        email == null ? stored.email() : email,
        address ? Sent.text(addressLine1) : stored.addressLine1(),
        address ? Sent.text(addressLine2) : stored.addressLine2(),
        address ? Sent.text(town) : stored.town(),
        address ? Sent.text(postcode) : stored.postcode(),
        Sent.text(language));
  }
}
