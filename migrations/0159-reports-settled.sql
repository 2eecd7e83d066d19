-- What they replace: see 0158. A report may be settled without an end to the pairing, too.

alter table pairing_case
  drop constraint pairing_case_once,
  drop constraint pairing_case_outcome_known,
  add constraint pairing_case_outcome_known check
    (outcome in ('in-touch', 'rematched', 'trio', 'released', 'left', 'spoken-to', 'removed', 'unfounded')) not valid,
  add constraint pairing_case_outcome_of_a_report check (outcome <> 'spoken-to' or kind = 'conduct') not valid;
comment on table pairing_case is 'Something that needs a volunteer, in one pairing. There is one of each kind, and of reports one for each person they name: what happens later joins it, or opens it again.';
