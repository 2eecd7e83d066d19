-- The publication.

create table media (
  id uuid primary key default gen_random_uuid(),
  sha256 bytea not null,
  width int not null,
  height int not null,
  alt text not null default '',
  caption text not null default '',
  author text not null default '',
  source text not null default '',
  licence text not null default '',
  uploaded_by uuid references person on delete set null,
  uploaded_at timestamptz not null
);
create table media_file (
  media_id uuid not null references media on delete cascade,
  width int not null,
  format text not null,
  height int not null,
  bytes bytea not null,
  primary key (media_id, width, format),
  constraint media_file_format_known check (format in ('webp', 'jpeg'))
);
comment on table media is 'A picture with its author, source and licence, re-encoded by us.';
comment on table media_file is 'Each width and format of a picture, as served.';

create table post (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique,
  title text not null,
  summary text not null default '',
  body text not null default '',
  locale text not null default 'en',
  media_id uuid references media,
  author_id uuid references person on delete set null,
  byline text not null default '',
  round_id uuid references round,
  publish_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  revision int not null default 1,
  constraint post_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint post_title_not_empty check (title <> '')
);
create index post_published on post (publish_at desc, id);
comment on table post is 'An article of the blog, in Markdown. It is public from publish_at on; null while it is a draft.';
comment on column post.byline is 'Printed name of the author; kept when the account goes.';

create table topic (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references round,
  number int not null,
  post_id uuid not null unique references post,
  questions text[] not null default '{}',
  hashtag text not null default '',
  campaign_id uuid references mail_campaign,
  constraint topic_number_once unique (round_id, number),
  constraint topic_number_positive check (number > 0)
);
comment on table topic is 'A theme for the participants of a round: a lead post, questions for partners, and a mail.';
comment on column topic.campaign_id is 'Set when its mails were queued.';
