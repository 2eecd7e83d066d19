-- A post that is scheduled waits while the network is paused.

create table post_held (
  post_id uuid primary key references post on delete cascade,
  publish_at timestamptz not null,
  held_at timestamptz not null
);
comment on table post_held is 'That a post was to come out as the network was paused. With the waking it gets its time back, or, where that has passed, an editor gives it another one.';
comment on column post_held.publish_at is 'When it was to come out.';
