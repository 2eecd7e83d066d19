-- What is under a tag is read from an index in the order in which it came out, and counted there: the rows of posts are as wide as
-- their texts. A transaction that changed what everyone may see is remembered for a minute, as for parts of pages, so that asking
-- for all of them costs the same on a busy day.

create table post_tag (
  post_id uuid not null references post on delete cascade,
  place int not null,
  tag text not null,
  key text not null,
  is_again boolean not null,
  publish_at timestamptz,
  withdrawn_at timestamptz,
  primary key (post_id, place)
);
comment on table post_tag is 'The tags of each post one by one, with when it is public: kept by the database itself, of what is in the post.';
comment on column post_tag.place is 'Among the tags of its post, from 1.';
comment on column post_tag.tag is 'As it was typed.';
comment on column post_tag.key is 'As its address spells it, the same however it was typed.';
comment on column post_tag.is_again is 'Whether one before it in its post has the same key.';
comment on column post_tag.publish_at is 'Of the post, as is withdrawn_at.';

insert into post_tag
select post.id, place, tag, key, row_number() over (partition by post.id, key order by place) > 1, publish_at, withdrawn_at
  from post cross join unnest(tags, tag_keys(tags)) with ordinality as typed (tag, key, place);
create index post_tag_key on post_tag (key, publish_at desc, post_id desc) include (withdrawn_at, is_again, tag);
analyze post_tag;

create function keep_post_tags() returns trigger language plpgsql as $$
begin
  delete from post_tag where post_id = new.id;
  insert into post_tag
  select new.id, place, tag, key, row_number() over (partition by key order by place) > 1, new.publish_at, new.withdrawn_at
    from unnest(new.tags, tag_keys(new.tags)) with ordinality as typed (tag, key, place);
  return null;
end $$;
comment on function keep_post_tags is 'Behind posts: their tags one by one.';

create trigger new_post_keeps_tags after insert on post
  for each row when (new.tags <> '{}') execute function keep_post_tags();
create trigger post_keeps_tags after update on post
  for each row
  when ((old.tags, old.publish_at, old.withdrawn_at) is distinct from (new.tags, new.publish_at, new.withdrawn_at))
  execute function keep_post_tags();

create or replace function tell_public_change() returns trigger language plpgsql as $$
begin
  insert into public_change values (now(), pg_current_xact_id()) on conflict do nothing;
  if found then
    delete from public_change where (at, transaction) in (
      select at, transaction from public_change where at < now() - interval '1 minute' for update skip locked
    );
  end if;
  return null;
end $$;
