-- Readers of the blog are told by email of what comes out: at once, or together each fortnight or month.

alter table subscriber drop constraint subscriber_list_known;
alter table subscriber add constraint subscriber_list_known check (list in ('calls', 'replies', 'newsletter')) not valid;
comment on column subscriber.list is 'What is written to it: calls, for when a round opens for applications; replies, for when somebody answers a comment; newsletter, for what comes out on the blog.';
comment on table subscriber is 'An address that asked to be told of the next call, of answers to its comments or of what comes out on the blog, whether it belongs to a member or not. Forgotten when that call is over, when nobody confirms it within a week, and a day after it is taken off.';

create table news_post (
  post_id uuid primary key references post on delete cascade,
  number bigint generated always as identity unique,
  announced_at timestamptz not null
);
comment on table news_post is 'A post that subscribers are told of, in the order in which posts came out. Each has its number once and for all, so that a clock that jumps tells nobody twice and leaves nobody out.';

create table subscription (
  subscriber_id uuid primary key references subscriber on delete cascade,
  rhythm text not null,
  told_number bigint not null,
  told_period integer not null,
  paused_at timestamptz,
  changed_at timestamptz not null,
  constraint subscription_rhythm_known check (rhythm in ('each', 'fortnight', 'month')),
  constraint subscription_told_counts check (told_number >= 0)
);
create index subscription_each on subscription (told_number) where rhythm = 'each' and paused_at is null;
create index subscription_digest on subscription (rhythm, told_period) where rhythm <> 'each' and paused_at is null;
comment on table subscription is 'How a subscriber of the newsletter gets it, and how far they have been told. Goes with the subscriber.';
comment on column subscription.rhythm is 'each: each post as it comes out; fortnight, month: what came out since the last digest.';
comment on column subscription.told_number is 'The last number of news_post that they were told of, or that was no news to them.';
comment on column subscription.told_period is 'The last fortnight or month, counted as in newsletters/rhythm.ts, whose digest was looked at.';
comment on column subscription.paused_at is 'Since when they want nothing, and stay on the list.';
