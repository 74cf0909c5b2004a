-- In the order of the list, newest first: a page of it is read without sorting all cases.
DROP INDEX cases.support_case_status;
CREATE INDEX support_case_status ON cases.support_case (status, opened_at DESC, id DESC);
