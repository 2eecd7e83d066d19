-- The database itself says when something that everyone may see has changed, so that a finished page can be sent again
-- after one question, which costs the same for ten posts and for ten thousand.

create table public_change (
  at timestamptz not null,
  transaction xid8 not null,
  primary key (at, transaction)
);
comment on table public_change is 'A transaction that changed what everyone may see. These rows are another set after each; which they are says nothing.';
comment on column public_change.at is 'When the transaction began; transactions are counted anew in a restored database.';

create function tell_public_change() returns trigger language plpgsql as $$
begin
  insert into public_change values (now(), pg_current_xact_id()) on conflict do nothing;
  if found then
    delete from public_change where (at, transaction) in (
      select at, transaction from public_change where at < now() - interval '1 hour' for update skip locked
    );
  end if;
  return null;
end $$;
comment on function tell_public_change is 'Behind each table that pages for everyone are made of.';

create trigger network_tells after insert or update or delete or truncate on network
  for each statement execute function tell_public_change();
create trigger network_text_tells after insert or update or delete or truncate on network_text
  for each statement execute function tell_public_change();
create trigger network_link_tells after insert or update or delete or truncate on network_link
  for each statement execute function tell_public_change();
create trigger round_tells after insert or update or delete or truncate on round
  for each statement execute function tell_public_change();
create trigger page_revision_tells after insert or update or delete or truncate on page_revision
  for each statement execute function tell_public_change();
create trigger release_tells after insert or update or delete or truncate on release
  for each statement execute function tell_public_change();
create trigger media_file_tells after insert or update or delete or truncate on media_file
  for each statement execute function tell_public_change();
create trigger media_tells after insert or update or delete or truncate on media
  for each statement execute function tell_public_change();

-- A draft is nobody's business but its author's.
create trigger post_tells after update on post
  for each row when (old.publish_at is not null or new.publish_at is not null) execute function tell_public_change();
create trigger new_post_tells after insert on post
  for each row when (new.publish_at is not null) execute function tell_public_change();
create trigger old_post_tells after delete on post
  for each row when (old.publish_at is not null) execute function tell_public_change();
create trigger all_posts_tell after truncate on post for each statement execute function tell_public_change();

create trigger person_tells after update of name, given_name, family_name on person
  for each row
  when ((old.name, old.given_name, old.family_name) is distinct from (new.name, new.given_name, new.family_name))
  execute function tell_public_change();
