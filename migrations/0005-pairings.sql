-- Who meets whom.

create table pairing_rule (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references round,
  kind text not null,
  first_id uuid not null references application,
  second_id uuid not null references application,
  made_by uuid references person on delete set null,
  made_at timestamptz not null,
  lifted_at timestamptz,
  constraint pairing_rule_kind_known check (kind in ('pin', 'ban')),
  constraint pairing_rule_in_order check (first_id < second_id)
);
create unique index pairing_rule_once on pairing_rule (round_id, first_id, second_id) where lifted_at is null;
comment on table pairing_rule is 'Pins (these two together) and bans (these two never) of a coordinator.';

create table scenario (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references round,
  number int not null,
  weights jsonb not null,
  seed bigint not null,
  worst_first boolean not null default true,
  engine text not null,
  input jsonb,
  rules jsonb not null default '[]',
  made_by uuid references person on delete set null,
  made_at timestamptz not null,
  started_at timestamptz,
  progress jsonb,
  finished_at timestamptz,
  problem text,
  total bigint,
  worst int,
  price_of_fairness int,
  certificate jsonb,
  verified_at timestamptz,
  constraint scenario_number_once unique (round_id, number),
  constraint scenario_result_is_verified check (total is null or verified_at is not null)
);
comment on table scenario is 'One run of the matching, kept whole so that it can be compared and run again.';
comment on column scenario.problem is 'Why the run ended without a plan; a code.';
comment on column scenario.input is 'The applicants as the engine saw them.';
comment on column scenario.verified_at is 'When the optimality certificate was checked; no result is stored without.';

create table scenario_pair (
  id uuid primary key default gen_random_uuid(),
  scenario_id uuid not null references scenario on delete cascade,
  score int not null,
  reasons jsonb not null,
  by_hand boolean not null default false
);
create index scenario_pair_scenario on scenario_pair (scenario_id, score);
create table scenario_member (
  scenario_id uuid not null references scenario on delete cascade,
  application_id uuid not null references application,
  scenario_pair_id uuid references scenario_pair on delete cascade,
  centre boolean not null default false,
  reason jsonb,
  primary key (scenario_id, application_id),
  constraint scenario_member_placed_or_reason check ((scenario_pair_id is null) = (reason is not null))
);
create index scenario_member_pair on scenario_member (scenario_pair_id);
comment on table scenario_pair is 'A proposed pairing of a scenario, worst-served first by score.';
comment on table scenario_member is 'Where each accepted application ends up in a scenario: in a proposed pairing, or in the reserve with the reason.';
comment on column scenario_member.centre is 'In a trio, the willing person between the other two.';

create table release (
  round_id uuid primary key references round,
  scenario_id uuid not null references scenario,
  campaign_id uuid not null references mail_campaign,
  released_by uuid references person on delete set null,
  released_at timestamptz not null
);
comment on table release is 'The one act that confirms the pairings of a round. Its key is the round: it cannot happen twice.';

create table pairing (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references round,
  scenario_pair_id uuid references scenario_pair,
  score int,
  reasons jsonb not null,
  confirmed_at timestamptz not null,
  dissolved_at timestamptz
);
create index pairing_round on pairing (round_id);
create table pairing_member (
  pairing_id uuid not null references pairing,
  round_id uuid not null references round,
  application_id uuid not null references application,
  person_id uuid not null references person,
  centre boolean not null default false,
  ended_at timestamptz,
  primary key (pairing_id, application_id)
);
create unique index pairing_member_once on pairing_member (round_id, person_id) where ended_at is null;
comment on table pairing is 'The two participants of one round who mentor each other; a third only if a coordinator adds one.';
comment on table pairing_member is 'Nobody is in two living pairings of a round.';
