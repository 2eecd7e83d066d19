-- A page of comments is found without reading those before it.

alter table comment add column thread bigint;
comment on column comment.thread is 'The number of the comment that its thread began with, its own where it answers none: by it a page of them is found without reading those before it. It stays when that comment goes.';

create function comment_thread() returns trigger language plpgsql as $$
begin
  new.thread := coalesce((select thread from comment where id = new.parent_id), new.number);
  return new;
end $$;
comment on function comment_thread is 'The thread of a comment, also of one that a version before this adds.';
create trigger comment_has_thread before insert on comment
  for each row when (new.thread is null) execute function comment_thread();

with recursive placed as (
  select id, number as thread from comment where parent_id is null
  union all
  select answer.id, placed.thread from comment answer join placed on placed.id = answer.parent_id
)
update comment set thread = placed.thread from placed where placed.id = comment.id;
