-- A post has a way to go before it is read: somebody writes it until a day, somebody else reads it first, and each text that it
-- ever had is kept.

alter table post
  add column stage text not null default 'drafting',
  add column fortnight int,
  add column part text,
  add column due_on date,
  add column assignee_id uuid,
  add column reviewer_id uuid,
  add column tags text[] not null default '{}',
  add column withdrawn_because text not null default '',
  add constraint post_stage_known check (stage in ('proposed', 'assigned', 'drafting', 'review')) not valid,
  add constraint post_part_known check (part in ('lead', 'companion', 'guest', 'wrap-up')) not valid,
  add constraint post_fortnight_positive check (fortnight > 0) not valid,
  add constraint post_fortnight_in_round check (fortnight is null or round_id is not null) not valid,
  add constraint post_assignee_fkey foreign key (assignee_id) references person on delete set null not valid,
  add constraint post_reviewer_fkey foreign key (reviewer_id) references person on delete set null not valid;
comment on column post.stage is 'How far it is before it has a time to come out; scheduled, published and withdrawn follow from publish_at and withdrawn_at.';
comment on column post.fortnight is 'The fortnight of its round for which it is planned, counted from 1; null while it has no place in the plan.';
comment on column post.part is 'What it is among the posts of its fortnight; null for a post of its own.';
comment on column post.due_on is 'The day until which it is written, which is neither the fortnight it is planned for nor the day it comes out.';
comment on column post.assignee_id is 'Who writes it, or looks after it.';
comment on column post.reviewer_id is 'Who reads it before it comes out; never who writes it.';
comment on column post.tags is 'Words by which readers find posts of a kind, without a sign.';
comment on column post.withdrawn_because is 'What its authors were told.';
comment on column post.author_id is 'Who began it; who signs it is in post_author.';
comment on column post.byline is 'The names of its authors as they are printed, set together with them.';
comment on column post.revision is 'The number of its newest text, which is the one in this row.';

create table post_revision (
  post_id uuid not null references post on delete cascade,
  number int not null,
  based_on int,
  title text not null,
  summary text not null,
  body text not null,
  questions text[] not null,
  hashtag text not null,
  tags text[] not null,
  locale text not null,
  byline text not null,
  media_id uuid references media,
  kind text not null,
  by_id uuid references person on delete set null,
  at timestamptz not null,
  primary key (post_id, number),
  constraint post_revision_kind_known check (kind in ('begun', 'saved', 'merged', 'restored', 'found')),
  constraint post_revision_based_on_earlier check (based_on < number)
);
comment on table post_revision is 'Every text that a post ever had, whole; the newest is also in the post itself, of which pages are made.';
comment on column post_revision.based_on is 'The text that was changed; null for the first.';
comment on column post_revision.kind is 'How it came to be: begun, saved, brought together from what two wrote, restored from an earlier one, or found when texts began to be kept.';

create table post_writing (
  post_id uuid not null references post on delete cascade,
  person_id uuid not null references person on delete cascade,
  based_on int not null,
  typed jsonb not null,
  rev int not null,
  writer text not null,
  seq int not null,
  saved_at timestamptz not null,
  primary key (post_id, person_id)
);
comment on table post_writing is 'What somebody has typed in a post and not saved yet: nobody else reads it, and it changes nothing.';
comment on column post_writing.based_on is 'The text of the post that they began to change.';
comment on column post_writing.rev is 'Rises with each time it is kept.';
comment on column post_writing.writer is 'Which window it was typed in, and seq how often that one has sent it.';

create table post_address (
  slug text primary key,
  post_id uuid not null references post on delete cascade,
  until timestamptz not null,
  constraint post_address_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
comment on table post_address is 'Addresses at which a post was public once: they lead on to the one in the post itself.';
comment on column post_address.until is 'When it was given another.';

create table author (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  person_id uuid references person on delete set null,
  created_at timestamptz not null,
  constraint author_name_not_empty check (name <> '')
);
create index author_name on author (name);
create index author_person on author (person_id);
comment on table author is 'Who signs posts, with an account or without.';
comment on column author.name is 'As it is printed.';
comment on column author.person_id is 'Their account; null for those who have none, and for those who are not to be known by it.';

create table post_author (
  post_id uuid not null references post on delete cascade,
  place int not null,
  author_id uuid not null references author,
  primary key (post_id, place),
  constraint post_author_once unique (post_id, author_id)
);
create index post_author_author on post_author (author_id);
comment on table post_author is 'Who signs a post, in the order in which they are printed.';

create table post_note (
  id uuid primary key default gen_random_uuid(),
  post_id uuid not null references post on delete cascade,
  by_id uuid references person on delete set null,
  at timestamptz not null,
  revision int not null,
  text text not null,
  kind text not null,
  constraint post_note_text_not_empty check (text <> ''),
  constraint post_note_kind_known check (kind in ('note', 'given-back', 'submitted', 'withdrawn'))
);
create index post_note_post on post_note (post_id, at);
comment on table post_note is 'What those who work on a post tell each other about it; readers never see it.';
comment on column post_note.revision is 'The text that it was said of.';
comment on column post_note.kind is 'With which act it was said.';

insert into post_revision
  (post_id, number, title, summary, body, questions, hashtag, tags, locale, byline, media_id, kind, by_id, at)
select id, revision, title, summary, body, questions, hashtag, tags, locale, byline, media_id, 'found', null, updated_at
from post;

insert into author (name, person_id, created_at)
select byline, min(person.id::text) filter (where person.name = byline)::uuid, min(post.created_at)
from post left join person on person.id = post.author_id
where byline <> '' group by byline;

insert into post_author (post_id, place, author_id)
select post.id, 1, author.id from post join author on author.name = post.byline;

update post set fortnight = number, part = 'lead' where number is not null and fortnight is null;
update post set assignee_id = author_id where publish_at is null;

create trigger author_tells after insert or update or delete or truncate on author
  for each statement execute function tell_public_change();
create trigger post_author_tells after insert or update or delete or truncate on post_author
  for each statement execute function tell_public_change();
