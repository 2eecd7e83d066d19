-- Short addresses that lead to the call of the day and are counted; and what ambassadors of a country work with.

create table short_address (
  code text primary key,
  country text not null unique,
  created_at timestamptz not null,
  constraint short_address_spelled check (code ~ '^[2-9BCDFGHJKMNPQRSTVWXZ]{6}$'),
  constraint short_address_country_spelled check (country ~ '^[A-Z]{2}$')
);
comment on table short_address is 'An address short enough to be read aloud, which leads to the round that people can apply for. A country has one, which stays.';
comment on column short_address.code is 'Letters and figures that nobody takes for one another, and that spell no word.';

create table short_address_day (
  code text not null references short_address on delete cascade,
  on_day date not null,
  visits int not null default 0,
  applications int not null default 0,
  primary key (code, on_day),
  constraint short_address_day_counts check (visits >= 0 and applications >= 0)
);
comment on table short_address_day is 'How often a short address was opened on a day, and how many applications that began with it were sent. Nothing of who it was.';
comment on column short_address_day.on_day is 'In UTC.';

alter table application_draft add column via text;
comment on column application_draft.via is 'The short address by which it was begun, until it is sent and counted.';

create table ambassador_invitation (
  id uuid primary key default gen_random_uuid(),
  country text not null,
  name text not null,
  email text not null,
  email_key text not null,
  locale text not null,
  ends_on date,
  secret_hash bytea not null unique,
  invited_by uuid references person on delete set null,
  invited_at timestamptz not null,
  constraint ambassador_invitation_once unique (country, email_key),
  constraint ambassador_invitation_country_spelled check (country ~ '^[A-Z]{2}$')
);
comment on table ambassador_invitation is 'Someone was asked by email to be the ambassador of a country. Gone once they accept, when it is withdrawn, and after two weeks.';
comment on column ambassador_invitation.email_key is 'Normal form of the address, for finding it.';
comment on column ambassador_invitation.ends_on is 'Last day of the term that is offered; null for one without an end.';
comment on column ambassador_invitation.secret_hash is 'SHA-256 of what the emailed link holds.';

create table country_contact (
  id uuid primary key default gen_random_uuid(),
  country text not null,
  name text not null,
  kind text not null,
  standing text not null,
  contacted_on date,
  notes text not null,
  added_by uuid references person on delete set null,
  added_at timestamptz not null,
  changed_at timestamptz not null,
  revision int not null default 1,
  constraint country_contact_country_spelled check (country ~ '^[A-Z]{2}$'),
  constraint country_contact_named check (name <> ''),
  constraint country_contact_kind_known check (kind in ('public', 'academic', 'school', 'special', 'association', 'library-school', 'list', 'other')),
  constraint country_contact_standing_known check (standing in ('planned', 'asked', 'passed-on', 'declined')),
  constraint country_contact_planned_has_no_day check ((standing = 'planned') = (contacted_on is null))
);
create index country_contact_country on country_contact (country, name);
comment on table country_contact is 'A library or a group that an ambassador asks to pass the call on. It belongs to the country, so that the next ambassador finds it.';
comment on column country_contact.standing is 'How it went, the last time.';
comment on column country_contact.contacted_on is 'The last time; null while it is planned.';
comment on column country_contact.revision is 'Goes up with each change, so that two who write at once do not overwrite each other.';

create table country_note (
  country text primary key,
  body text not null,
  written_by uuid references person on delete set null,
  written_at timestamptz not null,
  revision int not null,
  constraint country_note_country_spelled check (country ~ '^[A-Z]{2}$')
);
comment on table country_note is 'What ambassadors of a country tell those who come after them, and the coordinators.';
comment on column country_note.revision is 'Goes up with each change, so that two who write at once do not overwrite each other.';
