-- Pictures have a library of their own: what matters most in each, what stands in the place of an older one, and a third format.

alter table media
  add column focus_x real not null default 0.5,
  add column focus_y real not null default 0.5,
  add column replaced_by uuid,
  add constraint media_focus_within check (focus_x between 0 and 1 and focus_y between 0 and 1) not valid,
  add constraint media_replaced_by_another check (replaced_by <> id) not valid,
  add constraint media_replaced_by_fkey foreign key (replaced_by) references media not valid;
comment on column media.focus_x is 'What must stay in sight where the picture is cut: how far from its left edge, as a part of its width.';
comment on column media.focus_y is 'The same from its upper edge, as a part of its height.';
comment on column media.replaced_by is 'The picture that is shown wherever a text names this one; never one that is itself replaced.';

-- What is compressed already is neither compressed again nor read whole for a part of it.
alter table media_file
  alter column bytes set storage external,
  drop constraint media_file_format_known,
  add constraint media_file_format_known check (format in ('avif', 'webp', 'jpeg')) not valid;
