-- Outside a transaction
create index concurrently if not exists media_replaced_by on media (replaced_by) where replaced_by is not null;
