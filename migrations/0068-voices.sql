-- What participants of a round say of it, on the page of the next call.

create table voice (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references round,
  application_id uuid not null references application on delete cascade,
  place int not null,
  text text not null,
  locale text not null,
  signed text not null,
  consent_on date not null,
  consent_how text not null,
  entered_by uuid references person on delete set null,
  entered_at timestamptz not null,
  constraint voice_places unique (round_id, place),
  constraint voice_once unique (application_id),
  constraint voice_few check (place between 1 and 3),
  constraint voice_said check (text <> '' and signed <> ''),
  constraint voice_consent_known check (consent_how in ('email', 'form', 'spoken'))
);
comment on table voice is 'What somebody who took part says of a round, shown with its numbers on the page of the next call. The row goes when they take their consent back, or are erased: no trace of it is kept.';
comment on column voice.place is 'In which order they stand, at most three of a round.';
comment on column voice.locale is 'The language it was written in: it is shown as it was written.';
comment on column voice.signed is 'What may stand below it: a name, a first name and a country, or neither.';
comment on column voice.consent_on is 'The day on which they agreed that it is shown so, `YYYY-MM-DD`.';

create trigger voice_tells after insert or update or delete or truncate on voice
  for each statement execute function tell_public_change();
