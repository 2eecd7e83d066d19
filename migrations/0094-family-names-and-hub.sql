-- References sort an author by a part of the name; a hub passes on to feed readers that something is new.

alter table author
  add column family_name text not null default '',
  add constraint author_family_name_part check (
    family_name = '' or name = family_name
    or right(name, length(family_name) + 1) = ' ' || family_name or left(name, length(family_name) + 1) = family_name || ' '
  ) not valid;
comment on column author.family_name is 'The part of the name by which references sort it, its beginning or its end; empty where nobody has said.';

alter table network
  add column hub text,
  add constraint network_hub_secure check (hub ~ '^https://[^\s]+$') not valid;
comment on column network.hub is 'Address of the WebSub hub that tells subscribers of the feeds about new posts; null for none.';

create table feed_ping (
  post_id uuid primary key references post on delete cascade,
  at timestamptz not null
);
comment on table feed_ping is 'That the hub was told of a post, since it came out or was taken back last.';
comment on column feed_ping.at is 'The time of the change that the hub was told of.';
