-- Outside a transaction

-- Whoever writes on another server more than people do is told to wait, as others are.
create index concurrently if not exists comment_profile on comment (profile, sent_at) where profile is not null;
