-- Somebody who waits may join a pair that is in touch, once all three want it.

create table trio_offer (
  id uuid primary key default gen_random_uuid(),
  pairing_id uuid not null references pairing,
  application_id uuid not null references application,
  made_by uuid references person on delete set null,
  made_at timestamptz not null,
  open_until timestamptz not null,
  settled_at timestamptz,
  outcome text,
  constraint trio_offer_outcome_known check (outcome in ('joined', 'declined', 'lapsed', 'withdrawn')),
  constraint trio_offer_settled_with_an_outcome check ((settled_at is null) = (outcome is null)),
  constraint trio_offer_open_for_a_while check (open_until > made_at)
);
create unique index trio_offer_one_at_a_time on trio_offer (application_id) where settled_at is null;
create unique index trio_offer_one_for_a_pair on trio_offer (pairing_id) where settled_at is null;
create index trio_offer_pairing on trio_offer (pairing_id);
create index trio_offer_application on trio_offer (application_id);
comment on table trio_offer is 'A pair that goes on and somebody without a partner are asked whether they would be three. It comes about when all of them want it.';
comment on column trio_offer.pairing_id is 'The pair that is asked.';
comment on column trio_offer.application_id is 'Who waits, and would join it.';
comment on column trio_offer.open_until is 'Until when they can answer.';
comment on column trio_offer.outcome is 'What became of it; null while it is open. Declined says that somebody would rather not, and not who.';

create table trio_asked (
  id uuid primary key default gen_random_uuid(),
  offer_id uuid not null references trio_offer on delete cascade,
  application_id uuid not null references application,
  agrees boolean,
  answered_at timestamptz,
  constraint trio_asked_once unique (offer_id, application_id),
  constraint trio_asked_answered_at_an_instant check ((agrees is null) = (answered_at is null))
);
create index trio_asked_application on trio_asked (application_id);
comment on table trio_asked is 'Each of the three who are asked, with what they said.';
comment on column trio_asked.agrees is 'Null until they answer.';
