-- People take their data along, and go.

create table data_export (
  person_id uuid primary key references person on delete cascade,
  asked_at timestamptz not null,
  locale text not null,
  ready_at timestamptz,
  zip bytea,
  constraint data_export_ready_has_file check ((ready_at is null) = (zip is null)),
  constraint data_export_in_order check (ready_at >= asked_at)
);
comment on table data_export is 'The copy of somebody''s own data that they asked for last, for a day. It stays out of backups.';

create table erasure (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null,
  address_hash bytea not null,
  asked_at timestamptz not null,
  asked_by uuid references person on delete set null,
  why text not null,
  token_hash bytea unique,
  taken_back_at timestamptz,
  erased_at timestamptz,
  kept_apart_at timestamptz,
  constraint erasure_why_known check (why in ('own', 'by-email', 'by-letter', 'not-theirs')),
  constraint erasure_in_order check (taken_back_at >= asked_at and erased_at >= asked_at),
  constraint erasure_one_end check (num_nonnulls(taken_back_at, erased_at) <= 1),
  constraint erasure_link_ends check (erased_at is null or token_hash is null)
);
create unique index erasure_open on erasure (person_id) where taken_back_at is null and erased_at is null;
create index erasure_to_keep_apart on erasure (erased_at) where erased_at is not null and kept_apart_at is null;
comment on table erasure is 'Who asked for everything about them to go, and when it went. Each is kept beside the backups too, so that a restored one is erased again.';
comment on column erasure.person_id is 'Who was erased. No foreign key: it outlives the person.';
comment on column erasure.address_hash is 'Keyed hash of the address, by which somebody who asks can be told that they were erased.';
comment on column erasure.asked_by is 'Somebody of the office who did it on their request; null when they did it themselves.';
comment on column erasure.token_hash is 'SHA-256 of the secret in the link that takes it back. The secret itself is nowhere.';
comment on column erasure.kept_apart_at is 'When it was written down beside the backups.';
