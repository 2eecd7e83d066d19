-- The blog can be followed from the fediverse: what can be followed, who follows, what was sent there, and what came back.

create table fediverse_setting (
  the_one boolean primary key default true check (the_one),
  on_since timestamptz,
  changed_at timestamptz not null,
  changed_by uuid references person on delete set null
);
comment on table fediverse_setting is 'Whether the blog can be followed from the fediverse; one row at most, and none as long as it never could.';
comment on column fediverse_setting.on_since is 'Posts that came out before are told to nobody there; null while it is turned off.';
comment on column fediverse_setting.changed_by is 'Null from the terminal.';

create table fediverse_channel (
  id uuid primary key default gen_random_uuid(),
  handle text not null unique,
  kind text not null,
  language text unique,
  tag text unique,
  round_id uuid references round on delete cascade,
  fortnight integer,
  public_key bytea not null,
  also_known_as text[] not null default '{}',
  moved_to text,
  moved_at timestamptz,
  made_at timestamptz not null,
  constraint fediverse_channel_kind_known check (kind in ('blog', 'language', 'tag', 'topic')),
  constraint fediverse_channel_handle_plain check (handle ~ '^[a-z0-9_]{1,30}$'),
  constraint fediverse_channel_of_its_kind check (
    (language is not null) = (kind = 'language') and (tag is not null) = (kind = 'tag')
    and (round_id is not null and fortnight is not null) = (kind = 'topic')),
  constraint fediverse_channel_moves_at_once check ((moved_to is null) = (moved_at is null)),
  constraint fediverse_channel_topic_once unique (round_id, fortnight)
);
create unique index fediverse_channel_one_blog on fediverse_channel (kind) where kind = 'blog';
comment on table fediverse_channel is 'What can be followed: the whole blog, what is in one of its languages, what has one tag, what belongs to one topic of a round.';
comment on column fediverse_channel.handle is 'Its name there, before the host; never changed, since followers know it by it.';
comment on column fediverse_channel.language is 'Of the posts that it passes on.';
comment on column fediverse_channel.tag is 'As addresses spell it.';
comment on column fediverse_channel.fortnight is 'The topic of the round whose posts it passes on, counted from 1.';
comment on column fediverse_channel.public_key is 'The public half of the key that signs for it, as SPKI.';
comment on column fediverse_channel.also_known_as is 'Accounts elsewhere that are the network''s as well: their followers may be moved here.';
comment on column fediverse_channel.moved_to is 'The account elsewhere that goes on in its stead; null while it is here.';

create table fediverse_secret (
  channel_id uuid primary key references fediverse_channel on delete cascade,
  sealed bytea not null
);
comment on table fediverse_secret is 'The private half of the key of a channel, sealed with the secret of the installation. It is in no backup; a new key is made where it is missing.';

create table fediverse_server (
  host text primary key,
  blocked_at timestamptz,
  blocked_by uuid references person on delete set null,
  signed_anew_at timestamptz,
  failing_since timestamptz,
  next_try_at timestamptz,
  constraint fediverse_server_host_plain check (host = lower(host) and length(host) between 1 and 260)
);
comment on table fediverse_server is 'Another server of the fediverse that we have to do with.';
comment on column fediverse_server.host is 'With the port, where that is not the usual one.';
comment on column fediverse_server.blocked_at is 'Since when we take nothing from it and send it nothing; null while we do.';
comment on column fediverse_server.blocked_by is 'Null from the terminal.';
comment on column fediverse_server.signed_anew_at is 'When it last signed by RFC 9421, which it then understands as well; null for the older way.';
comment on column fediverse_server.failing_since is 'Since when nothing that we sent has arrived; null while it does.';
comment on column fediverse_server.next_try_at is 'Nothing is sent there before.';

create table fediverse_account (
  id uuid primary key default gen_random_uuid(),
  address text not null unique,
  host text not null references fediverse_server,
  handle text not null,
  name text not null,
  profile text not null,
  inbox text not null,
  shared_inbox text,
  key_address text not null,
  public_key bytea not null,
  fetched_at timestamptz not null,
  blocked_at timestamptz,
  blocked_by uuid references person on delete set null,
  constraint fediverse_account_fits check (
    length(address) <= 500 and length(handle) <= 200 and length(name) <= 100 and length(profile) <= 500
    and length(inbox) <= 500 and length(shared_inbox) <= 500 and length(key_address) <= 500)
);
create index fediverse_account_host on fediverse_account (host);
create index fediverse_account_inbox on fediverse_account (inbox);
comment on table fediverse_account is 'Somebody elsewhere who follows, answers, likes or shares. Forgotten 30 days after the last of that is gone.';
comment on column fediverse_account.address is 'By which servers know them.';
comment on column fediverse_account.handle is 'As people type it: @ada@server.example.';
comment on column fediverse_account.profile is 'The page that people open.';
comment on column fediverse_account.inbox is 'Where messages to them are sent.';
comment on column fediverse_account.shared_inbox is 'Where one message reaches all on their server; null where it has none.';
comment on column fediverse_account.public_key is 'As SPKI: what they send is signed with its other half.';
comment on column fediverse_account.fetched_at is 'When their server last told us of them.';
comment on column fediverse_account.blocked_at is 'Since when we take nothing from them; null while we do.';
comment on column fediverse_account.blocked_by is 'Null from the terminal.';

create table fediverse_follower (
  channel_id uuid not null references fediverse_channel on delete cascade,
  account_id uuid not null references fediverse_account on delete cascade,
  follow_address text not null,
  followed_at timestamptz not null,
  primary key (channel_id, account_id),
  constraint fediverse_follower_fits check (length(follow_address) <= 1000)
);
create index fediverse_follower_account on fediverse_follower (account_id);
comment on table fediverse_follower is 'An account that follows a channel. They are counted and never named.';
comment on column fediverse_follower.follow_address is 'Of the message that asked for it: only what takes this one back ends it.';

create table fediverse_message (
  address text primary key,
  account_id uuid not null references fediverse_account on delete cascade,
  kind text not null,
  outcome text not null,
  body jsonb not null,
  came_at timestamptz not null,
  constraint fediverse_message_fits check (length(address) <= 1000)
);
create index fediverse_message_account on fediverse_message (account_id, came_at);
create index fediverse_message_came on fediverse_message (came_at);
comment on table fediverse_message is 'What came from other servers, so that nothing is taken twice. Forgotten after 30 days.';
comment on column fediverse_message.address is 'By which its server knows it.';
comment on column fediverse_message.outcome is 'What became of it, in a word.';

create table fediverse_sending (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity unique,
  once text not null unique,
  channel_id uuid not null references fediverse_channel on delete cascade,
  body text not null,
  made_at timestamptz not null
);
create index fediverse_sending_channel on fediverse_sending (channel_id);
comment on table fediverse_sending is 'Something that a channel says to other servers. Forgotten 30 days later.';
comment on column fediverse_sending.once is 'Names what it says, so that it is said once.';
comment on column fediverse_sending.body is 'The JSON as it goes out; signed only as it does.';

create table fediverse_delivery (
  id uuid primary key default gen_random_uuid(),
  sending_id uuid not null references fediverse_sending on delete cascade,
  number bigint not null,
  host text not null references fediverse_server,
  inbox text not null,
  state text not null default 'waiting',
  tries integer not null default 0,
  next_try_at timestamptz not null,
  leased_until timestamptz,
  error text,
  ended_at timestamptz,
  constraint fediverse_delivery_once unique (sending_id, inbox),
  constraint fediverse_delivery_state_known check (state in ('waiting', 'sent', 'given-up')),
  constraint fediverse_delivery_ends check ((state = 'waiting') = (ended_at is null))
);
create index fediverse_delivery_due on fediverse_delivery (next_try_at) where state = 'waiting';
create index fediverse_delivery_in_turn on fediverse_delivery (inbox, number) where state = 'waiting';
create index fediverse_delivery_ended on fediverse_delivery (ended_at desc) where state <> 'waiting';
create index fediverse_delivery_host on fediverse_delivery (host);
comment on table fediverse_delivery is 'A sending on its way to one inbox; one for all on a server where it has a shared one.';
comment on column fediverse_delivery.number is 'Of its sending: an inbox is told one thing after the other.';
comment on column fediverse_delivery.leased_until is 'Until then one worker has it for itself, by the clock of the database.';
comment on column fediverse_delivery.error is 'Why it did not arrive when it was last tried.';

create table fediverse_post (
  post_id uuid primary key references post on delete cascade,
  said bytea not null,
  told_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz
);
comment on table fediverse_post is 'A post that followers were told of.';
comment on column fediverse_post.said is 'SHA-256 of what they were told last: only another text is told anew.';
comment on column fediverse_post.changed_at is 'When the post had been changed last, as it was told.';
comment on column fediverse_post.ended_at is 'When they were told that it was withdrawn; it is not told of again.';

create table fediverse_reply (
  comment_id uuid primary key references comment on delete cascade,
  account_id uuid not null references fediverse_account on delete cascade,
  address text not null unique,
  constraint fediverse_reply_fits check (length(address) <= 1000)
);
create index fediverse_reply_account on fediverse_reply (account_id);
comment on table fediverse_reply is 'A comment that somebody wrote elsewhere.';
comment on column fediverse_reply.address is 'By which their server knows it.';

create table fediverse_answer (
  comment_id uuid primary key references comment on delete cascade,
  account_id uuid not null references fediverse_account on delete cascade,
  said bytea not null,
  told_at timestamptz not null,
  ended_at timestamptz
);
create index fediverse_answer_account on fediverse_answer (account_id);
comment on table fediverse_answer is 'A comment of the blog that answers one from elsewhere, of which its writer was told there.';
comment on column fediverse_answer.account_id is 'Who was told.';
comment on column fediverse_answer.said is 'SHA-256 of what they were told last.';
comment on column fediverse_answer.ended_at is 'When they were told that it is gone.';

create table fediverse_reaction (
  address text primary key,
  account_id uuid not null references fediverse_account on delete cascade,
  post_id uuid not null references post on delete cascade,
  kind text not null,
  at timestamptz not null,
  constraint fediverse_reaction_kind_known check (kind in ('like', 'share')),
  constraint fediverse_reaction_once unique (post_id, account_id, kind),
  constraint fediverse_reaction_fits check (length(address) <= 1000)
);
create index fediverse_reaction_account on fediverse_reaction (account_id);
comment on table fediverse_reaction is 'Somebody elsewhere likes or shares a post. Editors see how many did, and not who.';
comment on column fediverse_reaction.address is 'Of the message, which alone can be taken back.';

create table fediverse_report (
  id uuid primary key default gen_random_uuid(),
  address text not null unique,
  host text not null references fediverse_server,
  words text not null,
  about text[] not null,
  reported_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references person on delete set null,
  constraint fediverse_report_fits check (length(address) <= 1000 and length(words) <= 2000)
);
create index fediverse_report_open on fediverse_report (reported_at) where settled_at is null;
comment on table fediverse_report is 'The moderators of another server say that something of ours is wrong. Forgotten 90 days after it was settled.';
comment on column fediverse_report.about is 'Addresses of what it is about.';

-- Pages say what can be followed, and by which name.
create trigger fediverse_setting_tells after insert or update or delete or truncate on fediverse_setting
  for each statement execute function tell_public_change();
create trigger fediverse_channel_tells after insert or update or delete or truncate on fediverse_channel
  for each statement execute function tell_public_change();

-- Once a post was told of, its page leads other servers to what can be answered there.
create trigger fediverse_post_tells after insert or update or delete or truncate on fediverse_post
  for each statement execute function tell_public_change();

-- A comment may have been written elsewhere.
alter table comment
  add column handle text,
  add column profile text,
  add constraint comment_from_elsewhere check (
    (handle is null) = (profile is null) and length(handle) <= 200 and length(profile) <= 500) not valid;
comment on column comment.handle is 'Who wrote it on another server, as people type it there; null for what was written here.';
comment on column comment.profile is 'The page of whoever wrote it on another server.';
