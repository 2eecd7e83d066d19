-- Looked through only now, while others read and write: see 0159.

alter table pairing_case validate constraint pairing_case_outcome_known;
alter table pairing_case validate constraint pairing_case_outcome_of_a_report;
