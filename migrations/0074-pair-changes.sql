-- The database itself says when something has changed in how pairs get on, so that what was worked out of a whole round is
-- shown again after one question. And a round may ask in each of its weeks.

set local lock_timeout = '5s';

create table pair_change (
  at timestamptz not null,
  transaction xid8 not null,
  primary key (at, transaction)
);
comment on table pair_change is 'A transaction that changed who is paired, what they were asked and said, who is away, or a case. These rows are another set after each; which they are says nothing.';
comment on column pair_change.at is 'When the transaction began; transactions are counted anew in a restored database.';

create function tell_pair_change() returns trigger language plpgsql as $$
begin
  insert into pair_change values (now(), pg_current_xact_id()) on conflict do nothing;
  if found then
    delete from pair_change where (at, transaction) in (
      select at, transaction from pair_change where at < now() - interval '1 hour' for update skip locked
    );
  end if;
  return null;
end $$;
comment on function tell_pair_change is 'Behind each table that tells how pairs get on.';

create trigger pairing_tells after insert or update or delete or truncate on pairing
  for each statement execute function tell_pair_change();
create trigger pairing_member_tells after insert or update or delete or truncate on pairing_member
  for each statement execute function tell_pair_change();
create trigger check_in_tells after insert or update or delete or truncate on check_in
  for each statement execute function tell_pair_change();
create trigger check_in_answer_tells after insert or update or delete or truncate on check_in_answer
  for each statement execute function tell_pair_change();
create trigger absence_tells after insert or update or delete or truncate on absence
  for each statement execute function tell_pair_change();
create trigger pairing_case_tells after insert or update or delete or truncate on pairing_case
  for each statement execute function tell_pair_change();
create trigger case_event_tells after insert or update or delete or truncate on case_event
  for each statement execute function tell_pair_change();
create trigger round_tells_pairs after update of zone, starts_on, ends_on on round
  for each statement execute function tell_pair_change();
-- Only of somebody who takes part: on the night of a deadline nobody's page is about those who apply.
create trigger application_tells_pairs after update of given_name, family_name, country, zone, person_id on application
  for each row when (old.accepted_at is not null) execute function tell_pair_change();

-- More than before, so rows that are there need no look.
alter table check_in_plan drop constraint check_in_plan_days_few;
alter table check_in_plan add constraint check_in_plan_days_few check (cardinality(days) <= 24) not valid;
