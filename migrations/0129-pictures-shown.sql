-- Which pictures lack words matters by how many readers meet them.

create view picture_shown as
  select coalesce(media.replaced_by, media.id) as media_id, count(distinct named.post_id)::int as post_count
  from (
    select media_id as picture_id, id as post_id from post
    where media_id is not null and publish_at is not null and withdrawn_at is null
    union all
    select found[1]::uuid, id from post
      cross join lateral regexp_matches(body, '\(/media/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})', 'g') as found
    where publish_at is not null and withdrawn_at is null
  ) as named join media on media.id = named.picture_id
  group by 1;
comment on view picture_shown is 'In how many posts that have come out, or are about to, a picture is shown, on top or in the text; none for one that stands nowhere.';
