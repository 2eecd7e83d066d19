-- A note may be about a passage of a post's text, and stays with it while the text goes on being written; others answer it.

alter table post_note
  add column parent_id uuid,
  add column from_at int,
  add column to_at int,
  add column quote text not null default '',
  add column quote_before text not null default '',
  add column quote_after text not null default '',
  add column resolved_at timestamptz,
  add column resolved_by uuid,
  add constraint post_note_parent_fkey foreign key (parent_id) references post_note on delete cascade not valid,
  add constraint post_note_resolved_by_fkey foreign key (resolved_by) references person on delete set null not valid,
  add constraint post_note_place_whole check ((from_at is null) = (to_at is null)) not valid,
  add constraint post_note_place_in_order check (from_at >= 0 and from_at < to_at) not valid,
  add constraint post_note_place_of_quote check (from_at is null or quote <> '') not valid;
comment on column post_note.parent_id is 'The note that this one answers; an answer has no passage of its own.';
comment on column post_note.from_at is 'Where the passage begins in the newest text of the post, counted in UTF-16 units; null for a note on the whole post, and for one whose passage is gone.';
comment on column post_note.to_at is 'Behind the last letter of the passage.';
comment on column post_note.quote is 'What the passage says, or said when it was last there; empty for a note on the whole post.';
comment on column post_note.quote_before is 'What stood before the passage then, by which it is found again; quote_after, behind it.';
comment on column post_note.resolved_at is 'Since when what it says is done; null while it is open.';
