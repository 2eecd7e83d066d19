-- The database itself says when something has changed of those who applied, and of proposals for them, so that what was worked
-- out of a whole round is shown again after one question.

set local lock_timeout = '5s';

create table office_change (
  at timestamptz not null,
  transaction xid8 not null,
  primary key (at, transaction)
);
comment on table office_change is 'A transaction that changed who applied, what they said, how the office settled it, or a proposal. These rows are another set after each; which they are says nothing.';
comment on column office_change.at is 'When the transaction began; transactions are counted anew in a restored database.';

-- Whoever lets rows go has added one, so that no two sets are the same. On the night of a deadline there are many in a minute.
create function tell_office_change() returns trigger language plpgsql as $$
begin
  insert into office_change values (now(), pg_current_xact_id()) on conflict do nothing;
  if found then
    delete from office_change where (at, transaction) in (
      select at, transaction from office_change where at < now() - interval '1 minute' for update skip locked
    );
  end if;
  return null;
end $$;
comment on function tell_office_change is 'Behind each table that tells who applied, and how they could be paired.';

create trigger application_tells_office after insert or update or delete or truncate on application
  for each statement execute function tell_office_change();
create trigger application_fix_tells_office after insert or update or delete or truncate on application_fix
  for each statement execute function tell_office_change();
create trigger application_question_tells_office after insert or update or delete or truncate on application_question
  for each statement execute function tell_office_change();
create trigger duplicate_verdict_tells_office after insert or update or delete or truncate on duplicate_verdict
  for each statement execute function tell_office_change();
create trigger obvious_left_out_tells_office after insert or update or delete or truncate on obvious_left_out
  for each statement execute function tell_office_change();
create trigger import_row_tells_office after insert or update or delete or truncate on import_row
  for each statement execute function tell_office_change();
create trigger person_tells_office after insert or update or delete or truncate on person
  for each statement execute function tell_office_change();
create trigger person_address_tells_office after insert or update or delete or truncate on person_address
  for each statement execute function tell_office_change();
create trigger own_question_tells_office after insert or update or delete or truncate on own_question
  for each statement execute function tell_office_change();
create trigger again_wish_tells_office after insert or update or delete or truncate on again_wish
  for each statement execute function tell_office_change();
create trigger former_pairing_tells_office after insert or update or delete or truncate on former_pairing
  for each statement execute function tell_office_change();
create trigger pairing_tells_office after insert or update or delete or truncate on pairing
  for each statement execute function tell_office_change();
create trigger pairing_member_tells_office after insert or update or delete or truncate on pairing_member
  for each statement execute function tell_office_change();
create trigger pairing_rule_tells_office after insert or update or delete or truncate on pairing_rule
  for each statement execute function tell_office_change();
create trigger release_tells_office after insert or update or delete or truncate on release
  for each statement execute function tell_office_change();
create trigger scenario_tells_office after insert or update or delete or truncate on scenario
  for each statement execute function tell_office_change();
create trigger scenario_member_tells_office after insert or update or delete or truncate on scenario_member
  for each statement execute function tell_office_change();
create trigger scenario_pair_tells_office after insert or update or delete or truncate on scenario_pair
  for each statement execute function tell_office_change();
create trigger scenario_change_tells_office after insert or update or delete or truncate on scenario_change
  for each statement execute function tell_office_change();
create trigger own_option_tells_office after insert or update or delete or truncate on own_option
  for each statement execute function tell_office_change();
create trigger own_condition_tells_office after insert or update or delete or truncate on own_condition
  for each statement execute function tell_office_change();
create trigger import_file_tells_office after insert or update or delete or truncate on import_file
  for each statement execute function tell_office_change();
create trigger round_tells_office after insert or update or delete or truncate on round
  for each statement execute function tell_office_change();
create trigger own_answer_tells_office after insert or update or delete or truncate on own_answer
  for each statement execute function tell_office_change();
