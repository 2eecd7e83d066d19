-- What holds of each file of a picture from now on holds of those that were there.

alter table media_file validate constraint media_file_in_one_place;
alter table media_file validate constraint media_file_object_id_fkey;
