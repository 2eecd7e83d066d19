-- Authors hear of what becomes of their texts, and an emptied post keeps no word of its title.

alter table contribution
  add column told_down_at timestamptz;
comment on column contribution.told_down_at is 'When its author was told that the editors have withdrawn the post; null again once they were told that it is back.';
-- Whoever wrote a post that was withdrawn before this is not written to now.
update contribution set told_down_at = post.withdrawn_at
from post where post.id = contribution.post_id and post.withdrawn_at is not null;

alter table reprint_answer
  add column reminded_at timestamptz;
comment on column reprint_answer.reminded_at is 'When they were reminded of the question, which is once.';

create table post_gone (
  slug_hash bytea primary key,
  gone_at timestamptz not null
);
comment on table post_gone is 'Addresses of posts whose author had all erased: they say that it is gone, and are never given to another.';
comment on column post_gone.slug_hash is 'SHA-256 of the last part of the address, which may have had words of the title.';

-- Those that were emptied before this.
insert into post_gone
select distinct sha256(convert_to(address.slug, 'utf8')), coalesce(post.withdrawn_at, now())
from post
join lateral (select post.slug union select slug from post_address where post_id = post.id) as address on true
where post.title = '–' and post.body = '' and post.withdrawn_at is not null;
delete from post_address using post
where post.id = post_address.post_id and post.title = '–' and post.body = '' and post.withdrawn_at is not null;
update post set slug = 'post-' || left(gen_random_uuid()::text, 8) where title = '–' and body = '' and agreed_revision = 0;

-- Where to read on below a post is found by the index, which is made up to a minute after a post came out.
create trigger post_search_tells after insert or update or delete on post_search
  for each row execute function tell_public_change();
create trigger all_post_search_tells after truncate on post_search
  for each statement execute function tell_public_change();
