-- Cases: something went wrong in a pairing, and someone looks after it.

create table pairing_case (
  id uuid primary key default gen_random_uuid(),
  number int not null generated always as identity unique,
  pairing_id uuid not null,
  application_id uuid not null,
  kind text not null,
  opened_at timestamptz not null,
  owner_id uuid references person on delete set null,
  rung int not null default 0,
  due_at timestamptz not null,
  closed_at timestamptz,
  outcome text,
  constraint pairing_case_about_a_member foreign key (pairing_id, application_id) references pairing_member,
  constraint pairing_case_once unique (pairing_id, kind),
  constraint pairing_case_kind_known check (kind in ('silence', 'contradiction', 'help', 'bounce', 'absence', 'parted', 'conduct')),
  constraint pairing_case_outcome_known check (outcome in ('in-touch', 'rematched', 'trio', 'released', 'left', 'unfounded', 'removed')),
  constraint pairing_case_closed_with_an_outcome check ((closed_at is null) = (outcome is null)),
  constraint pairing_case_rung_counts check (rung >= 0)
);
create index pairing_case_open on pairing_case (due_at) where closed_at is null;
create index pairing_case_owner on pairing_case (owner_id) where closed_at is null;
create index pairing_case_about on pairing_case (application_id);
comment on table pairing_case is 'Something that needs a volunteer, in one pairing. There is one of each kind: what happens later joins it, or opens it again.';
comment on column pairing_case.application_id is 'Whom it is about first: the silent one, the one who asks, the one who waits. For a report, whom it names.';
comment on column pairing_case.owner_id is 'Who looks after it; null while nobody does.';
comment on column pairing_case.rung is 'Which step of the ladder comes next, from 0.';
comment on column pairing_case.due_at is 'When the next step is due, or until when it waits.';

create table case_event (
  id bigint generated always as identity primary key,
  case_id uuid not null references pairing_case on delete cascade,
  kind text not null,
  what text not null default '',
  body text not null default '',
  at timestamptz not null,
  actor_id uuid references person on delete set null,
  person_id uuid references person,
  owner_id uuid references person on delete set null,
  since timestamptz,
  key text,
  constraint case_event_once unique (key),
  constraint case_event_kind_known check (kind in ('fact', 'noted', 'assigned', 'mailed', 'waited', 'parted', 'found', 'closed')),
  constraint case_event_fact_has_a_key check (kind <> 'fact' or key is not null)
);
create index case_event_of on case_event (case_id, id);
create index case_event_person on case_event (person_id);
comment on table case_event is 'All that happened in a case, in order. Append-only: rows go only with the case, or with whom they are about.';
comment on column case_event.what is 'A code: which fact, which email, which outcome.';
comment on column case_event.body is 'A note, the subject of an email, or what somebody reported, in their own words.';
comment on column case_event.person_id is 'Whom it is about, or to whom it was written.';
comment on column case_event.owner_id is 'Who looks after the case from then on.';
comment on column case_event.since is 'When what it tells began or, of waiting, when it ends.';
comment on column case_event.key is 'Of what is told once: a fact, an email, a new partner.';
create function case_event_is_append_only() returns trigger language plpgsql as $$
begin
  -- Only who acted may be forgotten.
  if (new.id, new.case_id, new.kind, new.what, new.body, new.at, new.person_id, new.since, new.key)
    is distinct from (old.id, old.case_id, old.kind, old.what, old.body, old.at, old.person_id, old.since, old.key) then
    raise exception 'case_event is append-only';
  end if;
  return new;
end $$;
create trigger case_event_append_only before update on case_event
  for each row execute function case_event_is_append_only();

create table case_barred (
  case_id uuid not null references pairing_case on delete cascade,
  person_id uuid not null references person,
  primary key (case_id, person_id)
);
create index case_barred_person on case_barred (person_id);
comment on table case_barred is 'Who of the office must not read a report, as whoever wrote it said. Those who were ever paired with one of the two are kept out without a row.';

create table case_ladder (
  round_id uuid references round,
  days jsonb not null,
  nudges text not null,
  changed_at timestamptz not null,
  changed_by uuid references person on delete set null,
  constraint case_ladder_once unique nulls not distinct (round_id),
  constraint case_ladder_days_by_kind check (jsonb_typeof(days) = 'object'),
  constraint case_ladder_nudges_known check (nudges in ('clock', 'coordinator'))
);
comment on table case_ladder is 'How many days each step of looking after a case has, where somebody has said so: for one round, or for all others.';
comment on column case_ladder.round_id is 'Null for the network.';
comment on column case_ladder.days is 'By kind of case, the days of each step in order.';
comment on column case_ladder.nudges is 'Whether somebody silent is asked once more by the clock, or by a coordinator.';

create view looked_after as
  select pairing_case.pairing_id, case_event.at as closed_at
  from case_event join pairing_case on pairing_case.id = case_event.case_id
  where case_event.kind = 'closed' and pairing_case.kind = 'help';
comment on view looked_after is 'Each time that a call for help was settled: for check-ins.';
