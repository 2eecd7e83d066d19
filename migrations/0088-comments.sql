-- What readers say under a post, and how editors decide what appears.

create table comment (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity unique,
  post_id uuid not null references post on delete cascade,
  parent_id uuid references comment on delete set null,
  person_id uuid references person,
  name text not null,
  role text,
  email text,
  email_key text,
  locale text not null,
  text text not null,
  revision integer not null default 1,
  sent_at timestamptz not null,
  changed_at timestamptz,
  state text not null,
  state_at timestamptz not null,
  state_by uuid references person,
  follows_since timestamptz,
  score real not null,
  reasons jsonb not null,
  learned text,
  once_hash bytea not null unique,
  text_hash bytea not null,
  network_hash bytea,
  told_at timestamptz,
  constraint comment_state_known check (state in ('waiting', 'shown', 'removed', 'spam', 'withdrawn')),
  constraint comment_role_known check (role in ('editor')),
  constraint comment_learned_known check (learned in ('kept', 'spam')),
  constraint comment_name_said check (name <> ''),
  constraint comment_text_said check (text <> '' or state = 'withdrawn'),
  constraint comment_text_fits check (length(text) <= 5000),
  constraint comment_not_its_own_parent check (parent_id <> id),
  constraint comment_follower_has_address check (follows_since is null or email is not null)
);
create index comment_shown on comment (post_id, number) include (id, parent_id) where state = 'shown';
create index comment_newest on comment (sent_at desc, id) where state = 'shown';
create index comment_waiting on comment (score, sent_at) where state = 'waiting';
create index comment_decided on comment (state, state_at desc) where state <> 'waiting';
create index comment_by_decider on comment (state_by, state_at) where state_by is not null;
create index comment_address on comment (email_key, sent_at) where email_key is not null;
create index comment_person on comment (person_id) where person_id is not null;
create index comment_network on comment (network_hash, sent_at) where network_hash is not null;
create index comment_same_text on comment (text_hash, sent_at);
create index comment_parent on comment (parent_id) where parent_id is not null;
create index comment_post on comment (post_id, sent_at);
comment on table comment is 'A reader''s reply under a post. Only those shown are public. The address is forgotten after a year; what was removed, or was spam, goes after 90 days.';
comment on column comment.number is 'Names it in addresses: short, and the same for ever.';
comment on column comment.parent_id is 'The comment it answers; null for one that answers the post, or whose parent is gone.';
comment on column comment.person_id is 'Whose it is, when it was sent by somebody who was signed in.';
comment on column comment.name is 'As it is printed.';
comment on column comment.role is 'Editor, when it was sent by one; it is marked as theirs.';
comment on column comment.email is 'Never shown to readers.';
comment on column comment.email_key is 'Normal form of the address, for finding others of the same sender.';
comment on column comment.locale is 'Language of the page on which it was written, for emails to its sender.';
comment on column comment.text is 'Plain text; empty once its sender took it back.';
comment on column comment.revision is 'Rises with each change, so that nobody lets a text appear that they have not read.';
comment on column comment.changed_at is 'When its sender last changed it.';
comment on column comment.state_by is 'The editor who decided; null when a rule or its sender did.';
comment on column comment.follows_since is 'When its sender asked for an email about answers.';
comment on column comment.score is 'How much it is like spam, in log-odds: below zero it is like what was let appear. It only sorts the queue.';
comment on column comment.reasons is 'Why it waits, and the four words and signs that weighed most, as they were when it came.';
comment on column comment.learned is 'What the filter has learned from it: kept, or spam.';
comment on column comment.once_hash is 'SHA-256 of the text and the time of its last reading: pressed twice, it is sent once.';
comment on column comment.text_hash is 'SHA-256 of the folded text, for finding the same under other names.';
comment on column comment.network_hash is 'Keyed hash of the network it came from; forgotten after a week.';
comment on column comment.told_at is 'When editors were told by email that it waits.';

create table comment_change (
  post_id uuid not null references post on delete cascade,
  at timestamptz not null,
  transaction xid8 not null,
  primary key (post_id, at, transaction)
);
comment on table comment_change is 'A transaction that changed what everyone may see below a post. The rows of a post are another set after each; which they are says nothing.';

create function tell_comment_change() returns trigger language plpgsql as $$
declare
  commented uuid := coalesce(new.post_id, old.post_id);
begin
  insert into comment_change
  select commented, now(), pg_current_xact_id() where exists (select from post where id = commented)
  on conflict do nothing;
  if found then
    delete from comment_change where (post_id, at, transaction) in (
      select c.post_id, c.at, c.transaction from comment_change c
       where c.post_id = commented and c.at < now() - interval '1 minute' for update skip locked
    );
  end if;
  return null;
end $$;
comment on function tell_comment_change is 'Behind what is shown below a post, so that a comment makes one page anew and not all.';

create trigger new_comment_tells after insert on comment
  for each row when (new.state = 'shown') execute function tell_comment_change();
create trigger comment_tells after update on comment
  for each row when ((old.state = 'shown' or new.state = 'shown')
    and (old.state, old.text, old.name, old.parent_id, old.role)
      is distinct from (new.state, new.text, new.name, new.parent_id, new.role))
  execute function tell_comment_change();
create trigger old_comment_tells after delete on comment
  for each row when (old.state = 'shown') execute function tell_comment_change();

create table comment_flag (
  id uuid primary key default gen_random_uuid(),
  comment_id uuid not null references comment on delete cascade,
  words text not null,
  flagged_at timestamptz not null,
  network_hash bytea not null,
  settled_at timestamptz,
  settled_by uuid references person,
  constraint comment_flag_once unique (comment_id, network_hash)
);
create index comment_flag_network on comment_flag (network_hash, flagged_at);
create index comment_flag_open on comment_flag (comment_id) where settled_at is null;
comment on table comment_flag is 'A reader says that something is wrong with a comment. Forgotten 90 days after it was settled.';
comment on column comment_flag.words is 'What they say is wrong; may be empty.';
comment on column comment_flag.network_hash is 'Keyed hash of the network it came from, so that it counts once.';

create table comment_word (
  word text primary key,
  kept bigint not null default 0,
  spam bigint not null default 0,
  constraint comment_word_counts check (kept >= 0 and spam >= 0)
);
comment on table comment_word is 'In how many comments a word, a host or another sign stood: of those that editors let appear, and of those that were spam. The row with an empty word counts the comments.';

create table comment_rule (
  the_one boolean primary key default true check (the_one),
  waits text not null,
  closes_after_days integer,
  changed_at timestamptz not null,
  changed_by uuid references person,
  constraint comment_rule_waits_known check (waits in ('first', 'all')),
  constraint comment_rule_days check (closes_after_days between 1 and 3650)
);
comment on table comment_rule is 'How the network takes comments, where it is not as it comes; one row at most.';
comment on column comment_rule.waits is 'Which comments wait for an editor: the first of an address, or all.';
comment on column comment_rule.closes_after_days is 'So many days after a post came out nobody can comment any more; null for never.';
create trigger comment_rule_tells after insert or update or delete or truncate on comment_rule
  for each statement execute function tell_public_change();

create table comment_closing (
  post_id uuid primary key references post on delete cascade,
  state text not null,
  set_at timestamptz not null,
  set_by uuid references person,
  constraint comment_closing_known check (state in ('open', 'closed'))
);
comment on table comment_closing is 'Posts whose comments an editor has closed, or keeps open beyond the days of all others.';
create trigger comment_closing_tells after insert or update or delete on comment_closing
  for each row execute function tell_comment_change();

-- Answers to a comment are a list like any other that a reader may leave.
alter table subscriber drop constraint subscriber_list_known;
alter table subscriber add constraint subscriber_list_known check (list in ('calls', 'replies')) not valid;
comment on column subscriber.list is 'What is written to it: calls, for when a round opens for applications; replies, for when somebody answers a comment.';
comment on table subscriber is 'An address that asked to be told of the next call or of answers to its comments, whether it belongs to a member or not. Forgotten when that call is over, when nobody confirms it within a week, and a day after it is taken off.';
