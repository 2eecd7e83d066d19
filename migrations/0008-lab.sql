-- The matching lab: scenarios that differ in their settings, shaping by hand that can be undone, and matching
-- again while a round runs.

alter table scenario
  add column pool text not null default 'round',
  add column title text not null default '',
  add column scorer text not null default 'wishes',
  add column most_hours_apart int,
  add column common_languages int not null default 1,
  add column odd_one_out text not null default 'trio',
  add column keeps_pins boolean not null default true,
  add column keep_bonus int not null default 0,
  add column heard_at timestamptz,
  add column cancelled_at timestamptz,
  add column cancelled_by uuid references person on delete set null,
  add column result_digest text,
  add column chosen_at timestamptz,
  add column chosen_by uuid references person on delete set null,
  add constraint scenario_pool_known check (pool in ('round', 'again')),
  add constraint scenario_odd_one_out_known check (odd_one_out in ('trio', 'reserve')),
  add constraint scenario_hours_apart_in_a_day check (most_hours_apart between 0 and 12),
  add constraint scenario_languages_few check (common_languages between 1 and 2),
  add constraint scenario_keep_bonus_in_points check (keep_bonus between 0 and 10000);
comment on column scenario.pool is 'Whom it matches: everyone of the round, or, while it runs, only those who have no partner (again).';
comment on column scenario.title is 'What a coordinator calls it; may be empty.';
comment on column scenario.scorer is 'Which scorer said how well two people suit each other.';
comment on column scenario.most_hours_apart is 'Clocks of partners differ by so many hours at most; null for any.';
comment on column scenario.common_languages is 'Languages that two people must share who both have so many.';
comment on column scenario.odd_one_out is 'Whether someone left over may be third in a pair with a willing middle, or waits.';
comment on column scenario.keeps_pins is 'Whether the pins of the round were kept to.';
comment on column scenario.keep_bonus is 'Points added to a pair of the plan that stood then, so that it is broken only for more.';
comment on column scenario.heard_at is 'When the run last gave a sign of life.';
comment on column scenario.cancelled_at is 'When somebody asked the run to stop.';
comment on column scenario.result_digest is 'Fingerprint of the answer as the engine gave it, before any change by hand: a later run can be compared with it.';
comment on column scenario.chosen_at is 'When it last became the plan of its round. The plan is the one chosen last.';

update scenario set chosen_at = made_at, chosen_by = made_by where total is not null;

-- Someone may be held in reserve; such a rule has no second person.
alter table pairing_rule
  alter column second_id drop not null,
  drop constraint pairing_rule_kind_known,
  add constraint pairing_rule_kind_known check (kind in ('pin', 'ban', 'hold')),
  add constraint pairing_rule_two_unless_held check ((kind = 'hold') = (second_id is null));
create unique index pairing_rule_held_once on pairing_rule (round_id, first_id) where lifted_at is null and kind = 'hold';
comment on table pairing_rule is 'Pins (these two together), bans (these two never) and holds (this one waits in reserve) of a coordinator. Two pins that share a person make a trio with that person in the middle.';

create table scenario_change (
  id uuid primary key default gen_random_uuid(),
  scenario_id uuid not null references scenario on delete cascade,
  number int not null,
  kind text not null,
  before jsonb not null,
  after jsonb not null,
  rules_made uuid[] not null default '{}',
  rules_lifted uuid[] not null default '{}',
  made_by uuid references person on delete set null,
  made_at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid references person on delete set null,
  constraint scenario_change_number_once unique (scenario_id, number),
  constraint scenario_change_kind_known check (kind in ('swap', 'trio', 'middle', 'hold'))
);
comment on table scenario_change is 'A change of a proposal by hand, kept so that it can be undone: the last one first.';
comment on column scenario_change.before is 'The groups it took apart and who was in reserve, by application.';
comment on column scenario_change.after is 'The groups it made and who went to the reserve, by application.';

create table later_release (
  scenario_id uuid primary key references scenario,
  round_id uuid not null references round,
  campaign_id uuid not null references mail_campaign,
  released_by uuid references person on delete set null,
  released_at timestamptz not null
);
create index later_release_round on later_release (round_id);
comment on table later_release is 'New pairings released while a round runs, each time for those who had no partner. Its key is the scenario: it cannot happen twice.';
