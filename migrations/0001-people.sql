-- Who there is, what they may do, and what was done.

create table person (
  id uuid primary key default gen_random_uuid(),
  email text not null,
  email_key text not null,
  name text not null,
  given_name text not null,
  family_name text not null default '',
  locale text not null default 'en',
  zone text not null default 'UTC',
  created_at timestamptz not null,
  disabled_at timestamptz,
  constraint person_email_key_unique unique (email_key),
  constraint person_email_not_empty check (email <> '' and email_key <> ''),
  constraint person_name_not_empty check (name <> '')
);
comment on table person is 'One human being. Not an account and not a participation: both point here.';
comment on column person.email is 'As the person writes it; mail goes here.';
comment on column person.email_key is 'Normal form of the address, so that nobody exists twice.';
comment on column person.name is 'As shown to others.';
comment on column person.zone is 'IANA time zone.';
comment on column person.disabled_at is 'Since when this person may no longer sign in.';

create table role_grant (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person on delete cascade,
  role text not null,
  country text,
  starts_on date not null,
  ends_on date,
  granted_by uuid references person on delete set null,
  created_at timestamptz not null,
  constraint role_grant_role_known check (role in ('director', 'coordinator', 'editor', 'ambassador')),
  constraint role_grant_country_for_ambassadors check ((role = 'ambassador') = (country is not null)),
  constraint role_grant_country_code check (country ~ '^[A-Z]{2}$'),
  constraint role_grant_in_order check (ends_on is null or ends_on >= starts_on)
);
create index role_grant_person on role_grant (person_id);
comment on table role_grant is 'A role of the office, with its first and last day (both included). Everyone with an account is a member without one.';
comment on column role_grant.country is 'The country an ambassador speaks for, ISO 3166 alpha-2.';

create table journal (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id uuid,
  act text not null,
  subject text,
  detail jsonb not null default '{}',
  previous_hash bytea,
  hash bytea not null
);
create index journal_subject on journal (subject, id);
comment on table journal is 'Every act of the office: who, what, when. Append-only; each row hashes the one before.';
comment on column journal.actor_id is 'Who acted; null for the system or the terminal. No foreign key: the journal outlives people.';
comment on column journal.act is 'For example round.announced.';
comment on column journal.subject is 'Id of the thing acted on.';

create function journal_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only';
end $$;
create trigger journal_append_only before update or delete on journal
  for each row execute function journal_is_append_only();

create table setting (
  key text primary key,
  value jsonb not null,
  changed_by uuid references person on delete set null,
  changed_at timestamptz not null
);
comment on table setting is 'What a director may change while the network runs; unset keys take their default from code.';
