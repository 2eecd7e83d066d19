-- What a coordinator leaves out of the obvious stays a question, and is not offered as obvious again.

create table obvious_left_out (
  application_id uuid not null references application on delete cascade,
  other_id uuid references application on delete cascade,
  kind text not null,
  left_by uuid references person on delete set null,
  left_at timestamptz not null,
  constraint obvious_left_out_once unique nulls not distinct (application_id, other_id, kind),
  constraint obvious_left_out_of_two check ((other_id is not null) = (kind = 'duplicate')),
  constraint obvious_left_out_in_order check (application_id < other_id)
);
create index obvious_left_out_other on obvious_left_out (other_id);
comment on table obvious_left_out is 'Questions of the cleaning desk whose answer seemed obvious, and that a coordinator wants to look at one by one.';
comment on column obvious_left_out.other_id is 'The second of two applications that look like one person''s, in the order of their ids.';
comment on column obvious_left_out.kind is 'The kind of question, as the desk groups them.';
