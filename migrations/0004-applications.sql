-- Asking to take part, and the answer.

create table import_file (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references round,
  kind text not null,
  file_name text not null,
  sha256 bytea not null,
  zone text not null default 'UTC',
  columns jsonb not null,
  imported_by uuid references person on delete set null,
  imported_at timestamptz not null,
  constraint import_file_kind_known check (kind in ('applications', 'former-pairings'))
);
comment on table import_file is 'A file of applications or former pairings that was imported.';
comment on column import_file.columns is 'Header of the file, the field each column was taken for (null: left out), and the order of its dates.';

create table upload (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references round,
  kind text not null,
  file_name text not null,
  sha256 bytea not null,
  uploaded_by uuid references person on delete cascade,
  uploaded_at timestamptz not null,
  constraint upload_kind_known check (kind in ('applications', 'former-pairings'))
);
create table upload_part (
  upload_id uuid not null references upload on delete cascade,
  number int not null,
  bytes bytea not null,
  primary key (upload_id, number)
);
comment on table upload is 'A file that was sent and not yet imported, so that it can be looked at before anything is written. Gone after a day.';
comment on table upload_part is 'The bytes of an upload, a megabyte each, so that no process holds them all.';

create table column_choice (
  kind text not null,
  header text not null,
  field text,
  primary key (kind, header)
);
comment on table column_choice is 'What a coordinator last said a column of this name means; offered again next time. Without a field it is left out.';

create table application (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references round,
  person_id uuid references person,
  submitted_at timestamptz not null,
  email text not null,
  given_name text not null,
  family_name text not null,
  country text,
  country_written text not null,
  zone text,
  workplace text not null default '',
  job_title text not null default '',
  sector text,
  sector_written text not null default '',
  stage text,
  interests text[] not null default '{}',
  languages text[] not null default '{}',
  about text not null default '',
  links text not null default '',
  wish_sector text not null default 'any',
  wish_stage text not null default 'any',
  wish_interests text not null default 'any',
  wish_note text not null default '',
  former_rounds text[] not null default '{}',
  heard_from text not null default '',
  accepts_code boolean not null,
  shares_email boolean not null,
  takes_two boolean not null default false,
  locale text not null default 'en',
  accepted_at timestamptz,
  waitlisted_at timestamptz,
  dropped_at timestamptz,
  drop_reason text,
  withdrawn_at timestamptz,
  merged_into uuid references application,
  constraint application_country_code check (country ~ '^[A-Z]{2}$'),
  constraint application_sector_known check (sector in ('academic', 'public', 'special', 'school', 'lis', 'national', 'archive', 'other')),
  constraint application_stage_known check (stage in ('student', 'early', 'mid', 'late', 'retired')),
  constraint application_wishes_known check (
    wish_sector in ('like', 'different', 'any')
    and wish_stage in ('like', 'different', 'earlier', 'later', 'any')
    and wish_interests in ('like', 'different', 'any')),
  constraint application_one_answer check (num_nonnulls(accepted_at, waitlisted_at, dropped_at, merged_into) <= 1),
  constraint application_drop_reason_known check (drop_reason in ('no-address', 'no-consent', 'on-request', 'duplicate', 'other')),
  constraint application_dropped_with_reason check ((dropped_at is null) = (drop_reason is null)),
  constraint application_not_merged_into_itself check (merged_into <> id),
  constraint application_accepted_is_clean check (
    accepted_at is null
    or (person_id is not null and country is not null and zone is not null and sector is not null
        and stage is not null and cardinality(languages) > 0 and accepts_code))
);
create unique index application_accepted_once on application (round_id, person_id) where accepted_at is not null;
create index application_round on application (round_id, submitted_at, id);
create index application_person on application (person_id);
comment on table application is 'A request to take part in one round, with its answers. Accepted, it is the participation: country and answers are of that round.';
comment on column application.email is 'As written in the application.';
comment on column application.country is 'Where the person is based, ISO 3166 alpha-2; null until what was written is understood.';
comment on column application.country_written is 'As the person wrote it.';
comment on column application.interests is 'Codes of the areas of interest.';
comment on column application.languages is 'ISO 639-1 codes, English first by habit.';
comment on column application.shares_email is 'May the partner be given the e-mail address?';
comment on column application.takes_two is 'Would take a second partner, so that an odd one out is not alone.';
comment on column application.merged_into is 'The application of the same person that stands for this one too.';

create table import_row (
  import_file_id uuid not null references import_file on delete cascade,
  row_number int not null,
  raw jsonb not null,
  application_id uuid references application,
  problem text,
  is_new boolean not null,
  primary key (import_file_id, row_number)
);
create index import_row_application on import_row (application_id);
comment on table import_row is 'Every row of every file, as it came, and what became of it. Nothing is dropped.';
comment on column import_row.row_number is 'Row as a spreadsheet counts, the header being 1 and blank rows included.';
comment on column import_row.raw is 'The cells as they came, in the order of the header.';
comment on column import_row.is_new is 'Whether the row brought something; else it was known from an earlier file, or could not be read.';
comment on column import_row.problem is 'Why no application could be made of it; a code.';

create table application_fix (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity,
  application_id uuid not null references application,
  batch_id uuid not null,
  kind text not null,
  before jsonb not null,
  after jsonb not null,
  made_by uuid references person on delete set null,
  made_at timestamptz not null,
  undone_at timestamptz
);
create index application_fix_application on application_fix (application_id, made_at);
create index application_fix_batch on application_fix (batch_id);
comment on table application_fix is 'Each mend made in the cleaning desk: the changed columns before and after, so that it can be taken back.';
comment on column application_fix.number is 'In which order they were made; they are taken back in the opposite one.';
comment on column application_fix.batch_id is 'Mends accepted together are taken back together.';

create table duplicate_verdict (
  first_id uuid not null references application,
  second_id uuid not null references application,
  verdict text not null,
  batch_id uuid not null,
  decided_by uuid references person on delete set null,
  decided_at timestamptz not null,
  primary key (first_id, second_id),
  constraint duplicate_verdict_in_order check (first_id < second_id),
  constraint duplicate_verdict_known check (verdict in ('keep-both', 'merge', 'drop'))
);
comment on column duplicate_verdict.batch_id is 'Decisions made together with the mends of this batch are taken back with them.';
comment on table duplicate_verdict is 'What was decided about two applications that look like one person.';

create table former_pairing (
  round_code text not null,
  first_key text not null,
  second_key text not null,
  import_file_id uuid references import_file on delete set null,
  primary key (round_code, first_key, second_key),
  constraint former_pairing_in_order check (first_key < second_key)
);
comment on table former_pairing is 'Pairings of rounds from before this system, by normal form of the addresses. Never paired again.';
