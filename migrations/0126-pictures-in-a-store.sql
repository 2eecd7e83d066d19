-- Pictures may lie in a store that speaks S3, outside the database.

create table media_object (
  id uuid primary key,
  sha256 bytea not null,
  size int not null,
  unneeded_since timestamptz,
  left_alone_since timestamptz,
  constraint media_object_size_positive check (size > 0)
);
comment on table media_object is 'What this database has put into the store for pictures, written down before it is sent.';
comment on column media_object.id is 'Its name in the store, after "pictures/". It is never used again.';
comment on column media_object.sha256 is 'Of its bytes, by which they are known again when they come back.';
comment on column media_object.size is 'Of its bytes.';
comment on column media_object.unneeded_since is 'When the sweep first found no picture that names it; a day later it goes.';
comment on column media_object.left_alone_since is 'When this network was brought back to a minute: the one that it came from may go on using it, so it never goes by itself.';

alter table media_file
  -- The version that runs reads bytes, and none are moved before the one that knows of a store has been set up with one.
  -- squawk-ignore ban-drop-not-null
  alter column bytes drop not null,
  add column object_id uuid,
  add constraint media_file_in_one_place check (num_nonnulls(bytes, object_id) = 1) not valid,
  add constraint media_file_object_id_fkey foreign key (object_id) references media_object not valid;
comment on column media_file.bytes is 'As served; null where they are in the store.';
comment on column media_file.object_id is 'Where the bytes are in the store; null where they are here.';

-- Pages show the same wherever the bytes are, so that moving them makes none anew.
drop trigger media_file_tells on media_file;
create trigger media_file_tells
  after insert or update of media_id, width, format, height or delete or truncate on media_file
  for each statement execute function tell_public_change();
