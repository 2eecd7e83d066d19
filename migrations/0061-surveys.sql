-- Surveys in the middle and at the end of a round, made of the same questions as the form's own.

alter table own_question add column sheet text not null default 'application';
alter table own_question
  add constraint own_question_sheet_known check (sheet in ('application', 'mid', 'end')) not valid;
comment on table own_question is 'A question that a round asks beyond those of every round, or in a survey. Once it was answered, its wording alone changes.';
comment on column own_question.sheet is 'Where it is asked: on the form of applicants, or in the survey in the middle or at the end of the round.';

create table survey (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references round,
  sheet text not null,
  asks_on date not null,
  closes_on date not null,
  released_at timestamptz,
  released_by uuid references person on delete set null,
  closed_at timestamptz,
  constraint survey_once unique (round_id, sheet),
  constraint survey_sheet_known check (sheet in ('mid', 'end')),
  constraint survey_days_in_order check (asks_on < closes_on),
  constraint survey_closed_was_released check (closed_at is null or released_at is not null)
);
comment on table survey is 'When a round asks its participants how it was. Without a row, or before it is released, it is a draft that asks nobody.';
comment on column survey.asks_on is 'First day on which people are asked, each by their own clock.';
comment on column survey.closes_on is 'Last day on which it can be answered, by the clock of the round.';
comment on column survey.released_at is 'Since when it goes out by itself when its day comes.';
comment on column survey.closed_at is 'When a coordinator closed it before its last day.';

create table survey_response (
  id uuid primary key default gen_random_uuid(),
  survey_id uuid not null references survey,
  application_id uuid not null references application,
  person_id uuid not null references person,
  invited_at timestamptz not null,
  reminded_at timestamptz,
  begun_at timestamptz,
  finished_at timestamptz,
  counted_at timestamptz,
  quotes text,
  locale text not null,
  constraint survey_response_once unique (survey_id, application_id),
  constraint survey_response_quotes_known check (quotes in ('no', 'unnamed', 'named')),
  constraint survey_response_finished_was_begun check (finished_at is null or begun_at is not null),
  constraint survey_response_counted_was_finished check (counted_at is null or finished_at is not null)
);
create index survey_response_person on survey_response (person_id);
create index survey_response_application on survey_response (application_id);
create index survey_response_fresh on survey_response (survey_id) where finished_at is not null and counted_at is null;
comment on table survey_response is 'Somebody was asked by a survey, once, and what became of it. The link in the email opens it.';
comment on column survey_response.counted_at is 'When the figures last took the answers in; null since they were changed.';
comment on column survey_response.quotes is 'Whether what they wrote may be quoted, and how; null while they have not said.';
comment on column survey_response.locale is 'The language in which they were last asked.';

create table survey_answer (
  response_id uuid not null references survey_response on delete cascade,
  question_id uuid not null references own_question,
  option_id uuid,
  said text,
  constraint survey_answer_once unique nulls not distinct (response_id, question_id, option_id),
  constraint survey_answer_chosen_or_said check (num_nonnulls(option_id, said) = 1 and said <> ''),
  constraint survey_answer_of_question foreign key (question_id, option_id) references own_option (question_id, id)
);
create index survey_answer_question on survey_answer (question_id, option_id);
comment on table survey_answer is 'What somebody answers in a survey: a row for each option that was chosen, or one with what was said.';

create table survey_edition (
  survey_id uuid primary key references survey,
  number int not null,
  counted_at timestamptz not null,
  figures jsonb not null,
  constraint survey_edition_number_positive check (number > 0)
);
comment on table survey_edition is 'The figures of a survey as they are told: a new edition takes in five more answers at least, so that two editions never differ by one person.';
comment on column survey_edition.figures is 'Numbers in steps of five, in all and by one grouping at a time; nothing about anyone.';

create or replace view answered_question as
  select question_id from own_answer union select question_id from survey_answer;

alter table consent drop constraint consent_purpose_known;
alter table consent add constraint consent_purpose_known
  check (purpose in ('code', 'share-email', 'topics', 'check-ins', 'surveys', 'quotes')) not valid;
comment on column consent.purpose is 'Code of conduct; the address for the partner; emails about topics, check-ins or surveys; quotes from a survey.';

create function survey_response_says_consent() returns trigger language plpgsql as $$
begin
  if new.quotes is not null and new.quotes is distinct from old.quotes then
    insert into consent (application_id, purpose, given, at, how, version, locale)
    values (new.application_id, 'quotes', new.quotes <> 'no', clock_now(), 'form', nullif(new.quotes, 'no'), new.locale);
  end if;
  return null;
end $$;
create trigger survey_response_says_consent after update of quotes on survey_response
  for each row execute function survey_response_says_consent();
