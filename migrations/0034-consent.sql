-- Who agreed to what, and when, is a log: a yes that was taken back stays in it as what it was.

alter table person add column erased_at timestamptz;
alter table person add constraint person_erased_is_shut_out check (erased_at is null or disabled_at is not null) not valid;
comment on column person.erased_at is 'Since when nothing is kept of them but the row, because a round counts them.';

create table consent (
  id bigint generated always as identity primary key,
  person_id uuid references person on delete cascade,
  application_id uuid references application on delete cascade,
  purpose text not null,
  given boolean not null,
  at timestamptz not null,
  how text not null,
  version text,
  locale text not null,
  constraint consent_of_somebody check (num_nonnulls(person_id, application_id) = 1),
  constraint consent_purpose_known check (purpose in ('code', 'share-email', 'topics')),
  constraint consent_how_known check (how in ('form', 'file', 'office', 'own'))
);
create index consent_person on consent (person_id, id);
create index consent_application on consent (application_id, id);
comment on table consent is 'Each yes and each no of somebody, in order. Append-only: rows go only with the person whose they are.';
comment on column consent.person_id is 'Whose it is, for what holds of all rounds; null when it was said in an application.';
comment on column consent.application_id is 'The application in which it was said.';
comment on column consent.purpose is 'Code of conduct; the address for the partner; emails about topics.';
comment on column consent.how is 'On the form; in a file that was imported; the office understood it or was told; by themselves, on their page or by the link in an email.';
comment on column consent.version is 'Of the text they agreed to, where it has versions.';
comment on column consent.locale is 'The language in which they were asked.';

create function consent_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'consent is append-only';
end $$;
create trigger consent_append_only before update on consent
  for each row execute function consent_is_append_only();

create function clock_now() returns timestamptz language sql stable
  return now() + coalesce((select (value #>> '{}')::numeric from setting where key = 'clock'), 0) * interval '1 ms';
comment on function clock_now is 'The present instant by the clock of the network, which in a demonstration is its own.';

-- Written with the row that it is about, whoever writes that, so that neither can be without the other.
create function application_says_consent() returns trigger language plpgsql as $$
declare
  is_new constant boolean := tg_op = 'INSERT';
  is_sent constant boolean := is_new or new.submitted_at is distinct from old.submitted_at
    or new.code_version is distinct from old.code_version;
  said_at constant timestamptz := case when is_new then new.submitted_at else clock_now() end;
  said_how constant text := case
    when is_sent and new.code_version is not null then 'form' when is_new then 'file' else 'office' end;
begin
  if is_new or new.accepts_code <> old.accepts_code or new.code_version is distinct from old.code_version then
    insert into consent (application_id, purpose, given, at, how, version, locale)
    values (new.id, 'code', new.accepts_code, said_at, said_how, new.code_version, new.locale);
  end if;
  if new.shares_email is not null and (is_new or new.shares_email is distinct from old.shares_email) then
    insert into consent (application_id, purpose, given, at, how, locale)
    values (new.id, 'share-email', new.shares_email, said_at, said_how, new.locale);
  end if;
  return null;
end $$;
create trigger application_says_consent
  after insert or update of accepts_code, shares_email, code_version, submitted_at on application
  for each row execute function application_says_consent();

create function mail_stop_says_consent() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into consent (person_id, purpose, given, at, how, locale)
    select id, new.list, false, new.stopped_at, 'own', locale from person where id = new.person_id;
    return null;
  end if;
  insert into consent (person_id, purpose, given, at, how, locale)
  select id, old.list, true, clock_now(), 'own', locale from person where id = old.person_id and erased_at is null;
  return null;
end $$;
create trigger mail_stop_says_consent after insert or delete on mail_stop
  for each row execute function mail_stop_says_consent();

-- What was said before there was a log.
insert into consent (application_id, purpose, given, at, how, version, locale)
  select id, 'code', accepts_code, submitted_at, case when code_version is null then 'file' else 'form' end, code_version, locale
  from application order by submitted_at, id;
insert into consent (application_id, purpose, given, at, how, locale)
  select id, 'share-email', shares_email, submitted_at, case when code_version is null then 'file' else 'form' end, locale
  from application where shares_email is not null order by submitted_at, id;
insert into consent (person_id, purpose, given, at, how, locale)
  select person_id, list, false, stopped_at, 'own', locale from mail_stop join person on person.id = person_id
  order by stopped_at;
