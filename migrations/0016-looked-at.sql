-- Reviewing a plan pair by pair: which pairs somebody has looked at.

create table scenario_pair_look (
  scenario_pair_id uuid primary key references scenario_pair on delete cascade,
  looked_by uuid references person on delete set null,
  looked_at timestamptz not null
);
comment on table scenario_pair_look is 'That a coordinator has looked at a pair of a scenario, and who was the first. A pair changed by hand is a new pair.';
