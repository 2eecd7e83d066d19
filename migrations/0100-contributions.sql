-- What people offer for the blog without an account: a postcard or an article, and the way of each to a post that its author
-- has agreed to.

create table contribution_picture (
  id uuid primary key default gen_random_uuid(),
  sha256 bytea not null,
  width int not null,
  height int not null,
  network_hash bytea,
  kept_at timestamptz not null
);
create index contribution_picture_network on contribution_picture (network_hash, kept_at) where network_hash is not null;
comment on table contribution_picture is 'A picture that came with a contribution, written anew by us. Only its sender and the editors see it; it enters the library when the contribution is accepted. One whose form was never sent goes after two days.';
comment on column contribution_picture.sha256 is 'Of the upload, which is not kept.';
comment on column contribution_picture.network_hash is 'Keyed hash of the network it came from; forgotten after a week.';

create table contribution_picture_file (
  picture_id uuid not null references contribution_picture on delete cascade,
  width int not null,
  height int not null,
  format text not null,
  bytes bytea not null,
  primary key (picture_id, width, format),
  constraint contribution_picture_file_format_known check (format in ('webp', 'jpeg'))
);
alter table contribution_picture_file alter column bytes set storage external;
comment on table contribution_picture_file is 'One width and format of such a picture.';

create table contribution (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  stage text not null default 'waiting',
  stage_at timestamptz not null,
  stage_by uuid references person on delete set null,
  owner_id uuid references person on delete set null,
  name text not null,
  coauthors text[] not null default '{}',
  country text,
  email text,
  email_key text,
  person_id uuid references person,
  locale text not null,
  language text not null,
  about text not null default '',
  title text not null,
  body text not null default '',
  answers text[] not null default '{}',
  picture_id uuid references contribution_picture on delete set null,
  picture_alt text not null default '',
  picture_caption text not null default '',
  picture_author text not null default '',
  revision int not null default 1,
  sent_at timestamptz not null,
  changed_at timestamptz,
  licence text not null,
  guidelines text not null,
  once_hash bytea not null unique,
  network_hash bytea,
  told_at timestamptz,
  post_id uuid unique references post on delete set null,
  asked_revision int,
  asked_at timestamptz,
  reminded_at timestamptz,
  agreed_revision int,
  agreed_at timestamptz,
  waived_at timestamptz,
  waived_by uuid references person on delete set null,
  told_out_at timestamptz,
  constraint contribution_kind_known check (kind in ('postcard', 'article')),
  constraint contribution_stage_known check (stage in ('waiting', 'asked', 'accepted', 'declined', 'withdrawn')),
  constraint contribution_name_said check (name <> ''),
  constraint contribution_text_said check (stage = 'withdrawn' or (kind = 'article' and body <> '' and title <> '') or (kind = 'postcard' and cardinality(answers) = 3)),
  constraint contribution_fits check (length(body) <= 60000 and length(title) <= 120 and length(name) <= 80),
  constraint contribution_accepted_has_post check (post_id is null or stage in ('accepted', 'withdrawn'))
);
create index contribution_open on contribution (stage, sent_at) where stage in ('waiting', 'asked', 'accepted');
create index contribution_closed on contribution (stage_at desc) where stage in ('declined', 'withdrawn');
create index contribution_address on contribution (email_key, sent_at) where email_key is not null;
create index contribution_network on contribution (network_hash, sent_at) where network_hash is not null;
create index contribution_person on contribution (person_id) where person_id is not null;
create index contribution_owner on contribution (owner_id) where owner_id is not null;
create index contribution_picture_of on contribution (picture_id) where picture_id is not null;
comment on table contribution is 'A text that somebody offers for the blog. An editor makes a post of it, asks for changes, or declines with thanks. What was declined or taken back goes after 180 days.';
comment on column contribution.kind is 'Postcard: three answers and a picture. Article: a title and a text.';
comment on column contribution.stage is 'Waiting for an editor, asked to be changed, accepted, declined, or withdrawn by its author.';
comment on column contribution.stage_by is 'The editor who decided; null when its author did.';
comment on column contribution.owner_id is 'The editor who looks after it.';
comment on column contribution.name is 'As its author is printed.';
comment on column contribution.coauthors is 'Names of those who wrote along, as they are printed.';
comment on column contribution.country is 'Where its author is based, by ISO code.';
comment on column contribution.email is 'Never shown to readers; forgotten a year after it came out.';
comment on column contribution.email_key is 'Normal form of the address, for finding what else its owner sent.';
comment on column contribution.person_id is 'The account it was sent from, where its author was signed in.';
comment on column contribution.locale is 'Language of the page on which it was written, for emails to its author.';
comment on column contribution.language is 'Language of the text.';
comment on column contribution.about is 'A line about its author, in their words.';
comment on column contribution.answers is 'Of a postcard: what was answered to its three questions, in their order.';
comment on column contribution.revision is 'Rises with each change by its author, so that nobody decides about a text that they have not read.';
comment on column contribution.licence is 'The licence under which its author lets it appear.';
comment on column contribution.guidelines is 'The language and the revision of the guidelines that its author read.';
comment on column contribution.once_hash is 'SHA-256 of all that was typed and the time of its last reading: pressed twice, it is sent once.';
comment on column contribution.network_hash is 'Keyed hash of the network it came from; forgotten after a week.';
comment on column contribution.told_at is 'When editors were told by email that it waits.';
comment on column contribution.post_id is 'The post that became of it.';
comment on column contribution.asked_revision is 'The text of the post that its author is asked to agree to; null once they have answered.';
comment on column contribution.agreed_revision is 'The text of the post that its author agreed to last.';
comment on column contribution.waived_at is 'When a director let it come out although its author did not answer; why is in contribution_word.';
comment on column contribution.told_out_at is 'When its author was told that it came out.';

create table contribution_key (
  hash bytea primary key,
  contribution_id uuid not null references contribution on delete cascade,
  made_at timestamptz not null
);
create index contribution_key_of on contribution_key (contribution_id);
comment on table contribution_key is 'What opens a contribution to its author without an account. Each email brings a key of its own; only its SHA-256 is kept.';

create table contribution_word (
  id bigint generated always as identity primary key,
  contribution_id uuid not null references contribution on delete cascade,
  at timestamptz not null,
  by_id uuid references person on delete set null,
  kind text not null,
  text text not null,
  post_revision int,
  constraint contribution_word_kind_known
    check (kind in ('asked', 'changed', 'accepted', 'declined', 'wishes', 'agreed', 'waived', 'withdrawn', 'note'))
);
create index contribution_word_of on contribution_word (contribution_id, id);
comment on table contribution_word is 'What its author and the editors told each other about a contribution, in their order.';
comment on column contribution_word.by_id is 'The editor who said it; null for its author, and once the editor is erased.';
comment on column contribution_word.kind is 'On which occasion: changes asked for, changed, accepted, declined, wishes of the author about the edited text, agreed, agreement waived, withdrawn; or a note among editors, which its author never sees.';
comment on column contribution_word.post_revision is 'The text of the post it is about.';

create table contribution_rule (
  the_one boolean primary key default true check (the_one),
  closed_at timestamptz,
  licence text not null,
  answer_days int not null,
  changed_at timestamptz not null,
  changed_by uuid references person on delete set null,
  constraint contribution_rule_days check (answer_days between 1 and 90)
);
comment on table contribution_rule is 'How the network takes contributions, where it is not as it comes; one row at most.';
comment on column contribution_rule.closed_at is 'Since when it takes none; null while it does.';
comment on column contribution_rule.licence is 'The licence under which contributions appear, by the id that pictures have.';
comment on column contribution_rule.answer_days is 'Within how many days an editor answers.';

-- An author outside the office agrees to the edited text before it comes out.
alter table post add column agreed_revision int;
comment on column post.agreed_revision is 'The text to which its author outside the office agreed, by its number; 0 while to none. Null where nobody outside is asked.';

-- The guidelines for those who write for the network are a page of it like the others.
alter table page_revision drop constraint page_revision_known;
alter table page_revision add constraint page_revision_known
  check (page in ('welcome', 'about', 'how-it-works', 'code-of-conduct', 'privacy', 'contact', 'guidelines')) not valid;
