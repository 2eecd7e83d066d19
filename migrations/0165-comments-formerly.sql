-- Links to a comment of a blog that came from WordPress end in its number there.

set local lock_timeout = '5s';

alter table comment add column formerly text;
comment on column comment.formerly is 'Its number in WordPress, from which it was brought, where links from elsewhere lead; null for all others.';

update comment set formerly = arrival_item.source_id
from arrival_item join arrival on arrival.id = arrival_item.arrival_id
where arrival_item.kind = 'comment' and arrival_item.comment_id = comment.id and arrival.kind = 'wordpress';
