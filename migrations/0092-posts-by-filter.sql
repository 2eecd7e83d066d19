-- Outside a transaction

-- Each list of posts is read from an index in the order in which it is shown, however many posts there are.
create index concurrently if not exists post_round on post (round_id, fortnight, publish_at desc, id desc);
create index concurrently if not exists post_locale on post (locale, publish_at desc, id desc);
create index concurrently if not exists post_tags on post using gin (tag_keys(tags));
create index concurrently if not exists post_public on post (publish_at desc, id desc) where withdrawn_at is null;
create index concurrently if not exists post_withdrawn on post (withdrawn_at desc) where withdrawn_at is not null;
create index concurrently if not exists author_country on author (country) where country is not null;
create index concurrently if not exists author_merged_into on author (merged_into) where merged_into is not null;
create unique index concurrently if not exists author_slug on author (slug);
create unique index concurrently if not exists post_translation_once on post (translation_group, locale)
  where translation_group is not null;
