-- Accounts of the network at Mastodon and Bluesky, each of which tells of new posts.

create table outlet (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  server text not null,
  handle text not null,
  locales text[] not null,
  added_at timestamptz not null,
  added_by uuid references person on delete set null,
  constraint outlet_kind_known check (kind in ('mastodon', 'bluesky')),
  constraint outlet_server_secure check (server ~ '^https://[^/\s]+$'),
  constraint outlet_named check (handle <> ''),
  constraint outlet_speaks check (cardinality(locales) > 0),
  constraint outlet_once unique (kind, server, handle)
);
comment on table outlet is 'An account of the network at Mastodon or Bluesky, which tells of each post that comes out from then on.';
comment on column outlet.server is 'Where it is, `https://social.example`.';
comment on column outlet.handle is 'Its name there, as the service says it.';
comment on column outlet.locales is 'Languages of the posts that it tells of.';

create table outlet_token (
  outlet_id uuid primary key references outlet on delete cascade,
  sealed bytea not null
);
comment on table outlet_token is 'What opens an account elsewhere. No backup has it: after a restore a director gives it anew.';
comment on column outlet_token.sealed is 'A name and a token, sealed with the secret that is not in the database.';

create table outlet_message (
  outlet_id uuid not null references outlet on delete cascade,
  post_id uuid not null references post on delete cascade,
  key text not null,
  made_at timestamptz not null,
  tries int not null default 0,
  leased_until timestamptz,
  next_at timestamptz,
  sent_at timestamptz,
  remote text,
  url text,
  removed_at timestamptz,
  problem text,
  said text not null default '',
  primary key (outlet_id, post_id),
  constraint outlet_message_found_again check ((sent_at is null) = (remote is null))
);
create index outlet_message_due on outlet_message (next_at) where next_at is not null;
create index outlet_message_post on outlet_message (post_id);
comment on table outlet_message is 'That an outlet tells of a post, once: waiting, sent, failed, or taken away after the post was withdrawn.';
comment on column outlet_message.key is 'By which the service knows the same message again, so that one that was sent twice stands there once.';
comment on column outlet_message.tries is 'How often sending it, or after that taking it away, has failed.';
comment on column outlet_message.leased_until is 'Until when a worker has it in hand; one that was killed leaves it to others then.';
comment on column outlet_message.next_at is 'When it is due; null once it is done, or when nobody but an editor tries again.';
comment on column outlet_message.remote is 'What the service calls it.';
comment on column outlet_message.url is 'Where it is to be read.';
comment on column outlet_message.problem is 'Why it failed last, as a code; null when it did not.';
comment on column outlet_message.said is 'What the service said to that.';
