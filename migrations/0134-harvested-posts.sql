-- Outside a transaction

-- Harvesters ask for what has changed since a day, what changed longest ago first.
create index concurrently if not exists post_changed_at on post (
  date_trunc('second', greatest(publish_at, updated_at, withdrawn_at, brought_at) at time zone 'UTC'), id
) where publish_at is not null;
