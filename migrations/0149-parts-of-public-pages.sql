-- Whether anything has changed below any post is one question as well, so that a finished post is sent again without one of its own.

create table public_part_change (
  at timestamptz not null,
  transaction xid8 not null,
  primary key (at, transaction)
);
comment on table public_part_change is 'A transaction that changed a part of public pages which tells of its changes by itself, as what stands below a post does. These rows are another set after each; which they are says nothing.';
comment on column public_part_change.at is 'When the transaction began; transactions are counted anew in a restored database.';

create or replace function tell_comment_change() returns trigger language plpgsql as $$
declare
  commented uuid := coalesce(new.post_id, old.post_id);
begin
  insert into comment_change
  select commented, now(), pg_current_xact_id() where exists (select from post where id = commented)
  on conflict do nothing;
  if found then
    delete from comment_change where (post_id, at, transaction) in (
      select c.post_id, c.at, c.transaction from comment_change c
       where c.post_id = commented and c.at < now() - interval '1 minute' for update skip locked
    );
  end if;
  insert into public_part_change values (now(), pg_current_xact_id()) on conflict do nothing;
  if found then
    delete from public_part_change where (at, transaction) in (
      select c.at, c.transaction from public_part_change c
       where c.at < now() - interval '1 minute' for update skip locked
    );
  end if;
  return null;
end $$;
