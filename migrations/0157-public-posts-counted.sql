-- Outside a transaction

-- What is public is counted by time, round and language in indexes alone: the rows of posts are as wide as their texts.
create index concurrently if not exists post_public_at on post (publish_at desc, id desc) include (round_id, locale, updated_at)
  where withdrawn_at is null;
create index concurrently if not exists post_public_locale on post (locale, publish_at desc, id desc) where withdrawn_at is null;
create index concurrently if not exists round_starts_on on round (starts_on desc);
drop index concurrently if exists post_public;
drop index concurrently if exists post_locale;
drop index concurrently if exists post_tags;
