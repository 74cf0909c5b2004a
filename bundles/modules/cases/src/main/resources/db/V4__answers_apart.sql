-- When each of the three things that referrers tell was told last: one that is "unknown" in a newer
-- referral does not take away what an earlier one told.
ALTER TABLE cases.person ADD COLUMN message_told_at TIMESTAMP;
ALTER TABLE cases.person ADD COLUMN write_told_at TIMESTAMP;
ALTER TABLE cases.person ADD COLUMN preferred_told_at TIMESTAMP;
UPDATE cases.person SET message_told_at = told_at WHERE safe_to_leave_message IN ('yes', 'no');
UPDATE cases.person SET write_told_at = told_at WHERE safe_to_write IN ('yes', 'no');
UPDATE cases.person SET preferred_told_at = told_at
 WHERE preferred_contact <> '' AND preferred_contact <> 'unknown';

-- A "no" that a newer "unknown" has taken away comes back from its referral.
UPDATE cases.person SET safe_to_leave_message = 'no', message_told_at =
  (SELECT MAX(r.received_at) FROM cases.referral r
    WHERE r.person_id = cases.person.id AND r.safe_to_leave_message = 'no')
 WHERE safe_to_leave_message NOT IN ('yes', 'no') AND id IN
  (SELECT n.person_id FROM cases.referral n WHERE n.safe_to_leave_message = 'no'
    AND NOT EXISTS (SELECT 1 FROM cases.referral y WHERE y.person_id = n.person_id
      AND y.safe_to_leave_message = 'yes' AND y.received_at > n.received_at));
UPDATE cases.person SET safe_to_write = 'no', write_told_at =
  (SELECT MAX(r.received_at) FROM cases.referral r
    WHERE r.person_id = cases.person.id AND r.safe_to_write = 'no')
 WHERE safe_to_write NOT IN ('yes', 'no') AND id IN
  (SELECT n.person_id FROM cases.referral n WHERE n.safe_to_write = 'no'
    AND NOT EXISTS (SELECT 1 FROM cases.referral y WHERE y.person_id = n.person_id
      AND y.safe_to_write = 'yes' AND y.received_at > n.received_at));

-- Room for what to do when somebody else answers, before and after.
ALTER TABLE cases.case_event ALTER COLUMN value_before SET DATA TYPE VARCHAR(2000);
ALTER TABLE cases.case_event ALTER COLUMN value_after SET DATA TYPE VARCHAR(2000);
