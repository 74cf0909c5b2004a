-- Up to which referral somebody has compared the ways to reach a person with those stored: what a
-- referral with a greater id gave otherwise waits to be looked at. Nothing while nobody has worked on
-- the person: an import takes over the details of the newest referral then.
ALTER TABLE cases.person ADD COLUMN compared_to BIGINT;
UPDATE cases.person SET compared_to =
  (SELECT MIN(r.id) FROM cases.referral r WHERE r.person_id = cases.person.id)
 WHERE version > 1;

-- A "yes" about another phone, email or address than the one stored is not taken for one about this.
UPDATE cases.person SET safe_to_leave_message = 'unknown'
 WHERE safe_to_leave_message = 'yes' AND (NOT EXISTS
  (SELECT 1 FROM cases.referral r WHERE r.person_id = cases.person.id
    AND r.safe_to_leave_message = 'yes' AND r.received_at = cases.person.message_told_at
    AND r.phone = cases.person.phone) OR EXISTS
  (SELECT 1 FROM cases.referral r WHERE r.person_id = cases.person.id
    AND r.received_at > cases.person.message_told_at
    AND r.phone <> '' AND r.phone <> cases.person.phone));
UPDATE cases.person SET safe_to_write = 'unknown'
 WHERE safe_to_write = 'yes' AND (NOT EXISTS
  (SELECT 1 FROM cases.referral r WHERE r.person_id = cases.person.id
    AND r.safe_to_write = 'yes' AND r.received_at = cases.person.write_told_at
    AND r.address_line_1 = cases.person.address_line_1
    AND r.address_line_2 = cases.person.address_line_2
    AND r.town = cases.person.town AND r.postcode = cases.person.postcode) OR EXISTS
  (SELECT 1 FROM cases.referral r WHERE r.person_id = cases.person.id
    AND r.received_at > cases.person.write_told_at
    AND (r.postcode <> '' AND r.postcode <> cases.person.postcode
      OR r.address_line_1 <> '' AND r.address_line_1 <> cases.person.address_line_1)));
UPDATE cases.person SET preferred_contact = 'unknown'
 WHERE preferred_contact IN ('phone', 'text', 'email') AND (NOT EXISTS
  (SELECT 1 FROM cases.referral r WHERE r.person_id = cases.person.id
    AND r.preferred_contact = cases.person.preferred_contact
    AND r.received_at = cases.person.preferred_told_at
    AND (r.preferred_contact <> 'email' AND r.phone = cases.person.phone
      OR r.preferred_contact = 'email' AND r.safe_to_write = 'yes'
        AND r.email = cases.person.email)) OR EXISTS
  (SELECT 1 FROM cases.referral r WHERE r.person_id = cases.person.id
    AND r.received_at > cases.person.preferred_told_at
    AND (cases.person.preferred_contact <> 'email' AND r.phone <> ''
        AND r.phone <> cases.person.phone
      OR cases.person.preferred_contact = 'email' AND r.email <> ''
        AND r.email <> cases.person.email)));
