-- Outside a transaction

-- Bringing pictures back from the store, and taking an object out of it, ask for one file each; there may be a hundred thousand.
create index concurrently if not exists media_file_object on media_file (object_id) where object_id is not null;
