-- What is known of each backup: when it was made, and whether a trial went well.

create table backup (
  name text primary key,
  place text not null,
  made_at timestamptz not null,
  took_ms int not null,
  bytes bigint not null,
  row_count bigint not null,
  version text not null,
  encrypted boolean not null,
  constraint backup_name_not_empty check (name <> ''),
  constraint backup_sizes_positive check (took_ms >= 0 and bytes > 0 and row_count >= 0)
);
create index backup_made on backup (made_at desc);
comment on table backup is 'A backup that this network has made of itself. It stays out of backups: the files themselves are elsewhere.';
comment on column backup.place is 'The folder or store where it was put, without any secret.';
comment on column backup.took_ms is 'How long it took to make, in milliseconds.';
comment on column backup.version is 'Of the program that made it.';

create table backup_check (
  id uuid primary key default gen_random_uuid(),
  backup_name text not null references backup on delete cascade,
  checked_at timestamptz not null,
  took_ms int not null,
  problem text,
  detail jsonb not null default '{}',
  constraint backup_check_took_positive check (took_ms >= 0)
);
create index backup_check_backup on backup_check (backup_name, checked_at desc);
comment on table backup_check is 'A trial: the backup was restored into a database of its own, which was asked questions.';
comment on column backup_check.problem is 'The code of the first answer that was wrong; null when all were right.';
comment on column backup_check.detail is 'What the words of the problem name: tables, rules and counts.';
