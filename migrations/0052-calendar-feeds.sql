-- The dates of a round in somebody's own calendar.

create table calendar_feed (
  person_id uuid primary key references person,
  number int not null,
  renewed_at timestamptz not null,
  constraint calendar_feed_number_counts check (number > 0)
);
comment on table calendar_feed is 'Whoever has renewed the address of their calendar; all others have the first. The address is computed, and kept nowhere.';
comment on column calendar_feed.number is 'How many times: an address with an earlier number opens nothing.';
