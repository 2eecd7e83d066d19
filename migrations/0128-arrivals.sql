-- A blog that was kept elsewhere comes in: what of it came, what became of each thing, and where its old addresses lead.

create table arrival (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  file_name text not null,
  sha256 bytea not null,
  site text not null default '',
  mapping jsonb not null,
  ordinal int not null default 0,
  begun_at timestamptz not null,
  begun_by uuid references person on delete set null,
  ended_at timestamptz,
  constraint arrival_kind_known check (kind in ('wordpress', 'ghost', 'markdown')),
  constraint arrival_ordinal_counts check (ordinal >= 0)
);
create index arrival_by_file on arrival (sha256);
comment on table arrival is 'One bringing in of a blog from a file that its former software gave.';
comment on column arrival.sha256 is 'Of the file, by which one that was cut off goes on.';
comment on column arrival.site is 'The address of the blog, as the file says it; things are known again by it and by their numbers there.';
comment on column arrival.mapping is 'Who its authors are here, and what becomes of its categories, as it was decided.';
comment on column arrival.ordinal is 'So many things of the file are done with; after a cut it goes on behind them.';
comment on column arrival.ended_at is 'When all of it was done; null while it is under way, or was cut off.';

create table arrival_item (
  site text not null,
  kind text not null,
  source_id text not null,
  arrival_id uuid not null references arrival,
  fingerprint bytea not null,
  outcome text not null,
  reason text not null default '',
  remarks text[] not null default '{}',
  title text not null default '',
  post_id uuid references post on delete set null,
  revision int,
  media_id uuid references media on delete set null,
  comment_id uuid references comment on delete set null,
  primary key (site, kind, source_id),
  constraint arrival_item_kind_known check (kind in ('post', 'page', 'file', 'comment', 'else')),
  constraint arrival_item_outcome_known check (outcome in ('imported', 'merged', 'unchanged', 'left-out', 'failed'))
);
create index arrival_item_arrival on arrival_item (arrival_id, kind, outcome);
create index arrival_item_post on arrival_item (post_id) where post_id is not null;
create index arrival_item_media on arrival_item (media_id) where media_id is not null;
create index arrival_item_comment on arrival_item (comment_id) where comment_id is not null;
comment on table arrival_item is 'A thing that came, and what became of it the last time that it came. It is known again by its number on its site.';
comment on column arrival_item.fingerprint is 'SHA-256 of what it said, so that it is left alone when it comes again unchanged.';
comment on column arrival_item.reason is 'Why it was left out, or failed, by its code.';
comment on column arrival_item.remarks is 'What of it could not come along as it was: codes, each with what it was behind a colon.';
comment on column arrival_item.title is 'Of a text or a file; empty for a comment.';
comment on column arrival_item.revision is 'The text of the post that came of it: another one has been saved here since where the numbers differ.';

create table old_address (
  path text not null,
  key text not null default '',
  value text not null default '',
  post_id uuid references post on delete cascade,
  media_id uuid references media on delete cascade,
  target text,
  arrival_id uuid not null references arrival,
  primary key (path, key, value),
  constraint old_address_leads_somewhere check (num_nonnulls(post_id, media_id, target) = 1)
);
create index old_address_post on old_address (post_id) where post_id is not null;
create index old_address_media on old_address (media_id) where media_id is not null;
create index old_address_arrival on old_address (arrival_id);
comment on table old_address is 'An address of a blog that was brought in, and what stands for it here. It is looked up where nothing else is found.';
comment on column old_address.path is 'Decoded, in composed letters, without a final slash.';
comment on column old_address.key is 'The query that names what is shown, as p or cat; empty for none.';
comment on column old_address.target is 'A path of ours, for what is neither a post nor a picture.';

-- What came out elsewhere is no news here.
alter table post add column brought_at timestamptz;
comment on column post.brought_at is 'When it was brought in from elsewhere; null for one that was begun here. What was public by then is told to nobody as news.';
