-- An editor brings a blog in from a page: the file waits until it was looked at, and what it asks was decided.

create table arrival_upload (
  id uuid primary key default gen_random_uuid(),
  file_name text not null,
  uploaded_at timestamptz not null,
  uploaded_by uuid references person on delete cascade,
  wish jsonb not null default '{}',
  rehearsal jsonb,
  problem text,
  started_at timestamptz,
  arrival_id uuid references arrival
);
create index arrival_upload_by on arrival_upload (uploaded_by);
create index arrival_upload_arrival on arrival_upload (arrival_id);
comment on table arrival_upload is 'A file of a blog that was sent to be brought in. Gone after a week.';
comment on column arrival_upload.wish is 'What was decided about its authors and categories; what it does not say is left to us.';
comment on column arrival_upload.rehearsal is 'What would become of everything, as it was last looked at; null while it is being looked at.';
comment on column arrival_upload.problem is 'Why it cannot be read, by its code.';
comment on column arrival_upload.started_at is 'When an editor let it come in.';

create table arrival_upload_part (
  upload_id uuid not null references arrival_upload on delete cascade,
  number int not null,
  bytes bytea not null,
  primary key (upload_id, number)
);
comment on table arrival_upload_part is 'The bytes of such a file, a megabyte each, so that no process holds them all.';
