-- What holds of each new note holds of those that were there.

alter table post_note validate constraint post_note_parent_fkey;
alter table post_note validate constraint post_note_resolved_by_fkey;
alter table post_note validate constraint post_note_place_whole;
alter table post_note validate constraint post_note_place_in_order;
alter table post_note validate constraint post_note_place_of_quote;
