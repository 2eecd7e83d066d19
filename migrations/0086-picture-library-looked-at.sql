-- What holds of each new picture holds of those that were there.

alter table media validate constraint media_focus_within;
alter table media validate constraint media_replaced_by_another;
alter table media validate constraint media_replaced_by_fkey;
alter table media_file validate constraint media_file_format_known;
