-- Whether partners are in touch, as each of them says.

create table check_in_plan (
  round_id uuid primary key references round,
  days int[] not null,
  changed_at timestamptz not null,
  changed_by uuid references person on delete set null,
  constraint check_in_plan_days_come_after_the_first check (0 < all (days)),
  constraint check_in_plan_days_few check (cardinality(days) <= 12)
);
comment on table check_in_plan is 'When a round asks its participants whether they are in touch, where a coordinator has said so.';
comment on column check_in_plan.days is 'Days of mentoring, each by the clock of whoever is asked; 0 is the first. Empty asks nobody.';

create table check_in (
  id uuid primary key default gen_random_uuid(),
  pairing_id uuid not null,
  application_id uuid not null,
  person_id uuid not null references person,
  day int not null,
  asked_at timestamptz not null,
  constraint check_in_of_a_member foreign key (pairing_id, application_id) references pairing_member,
  constraint check_in_once unique (pairing_id, application_id, day)
);
create index check_in_person on check_in (person_id);
comment on table check_in is 'Somebody was asked whether they are in touch with their partner. Each day of the plan is asked at most once.';
comment on column check_in.day is 'Day of mentoring in the plan for which they were asked. Days that passed while nothing could be sent have no row.';

create table check_in_answer (
  id bigint generated always as identity primary key,
  check_in_id uuid not null references check_in on delete cascade,
  answer text not null,
  words text not null default '',
  way text not null,
  answered_at timestamptz not null,
  constraint check_in_answer_known check (answer in ('yes', 'not-yet', 'help')),
  constraint check_in_answer_way_known check (way in ('link', 'page')),
  constraint check_in_answer_words_ask_for_help check (words = '' or answer = 'help')
);
create index check_in_answer_of on check_in_answer (check_in_id, id);
comment on table check_in_answer is 'Each answer to a check-in; the last counts. Append-only: rows go only with the check-in.';
comment on column check_in_answer.words is 'One sentence on what would help, for coordinators alone.';
comment on column check_in_answer.way is 'By the link in an email, or signed in on their own page.';
create function check_in_answer_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'check_in_answer is append-only';
end $$;
create trigger check_in_answer_append_only before update on check_in_answer
  for each row execute function check_in_answer_is_append_only();

create table pairing_note (
  id bigint generated always as identity primary key,
  pairing_id uuid not null references pairing,
  application_id uuid not null references application,
  person_id uuid not null references person,
  body text not null,
  written_by uuid references person on delete set null,
  written_at timestamptz not null,
  constraint pairing_note_not_empty check (body <> '')
);
create index pairing_note_of on pairing_note (pairing_id, id);
create index pairing_note_person on pairing_note (person_id);
comment on table pairing_note is 'What a coordinator wrote down about somebody in a pairing. Written after they asked for help, it says what was done.';
comment on column pairing_note.person_id is 'Whom it is about: they read it among their own data.';

create table absence (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  from_on date not null,
  until_on date not null,
  made_at timestamptz not null,
  told_at timestamptz,
  cancelled_at timestamptz,
  constraint absence_in_order check (from_on <= until_on),
  -- Without an extension, GiST knows no equality of ids: a range of one hash stands in its place.
  constraint absence_once exclude using gist (
    int8range(uuid_hash_extended(person_id, 0), uuid_hash_extended(person_id, 0), '[]') with &&,
    daterange(from_on, until_on, '[]') with &&
  ) where (cancelled_at is null)
);
comment on table absence is 'Days on which somebody is away: nobody is asked about their pairing then, and the days do not count.';
comment on column absence.from_on is 'First day, by their own clock; included.';
comment on column absence.until_on is 'Last day; included.';
comment on column absence.told_at is 'When their partners were told; null where it is to stay with the coordinators.';
