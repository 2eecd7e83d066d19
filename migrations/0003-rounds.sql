-- When the programme runs.

create table round (
  id uuid primary key default gen_random_uuid(),
  code text not null unique,
  title text not null,
  apply_from timestamptz not null,
  apply_until timestamptz not null,
  starts_on date not null,
  ends_on date not null,
  zone text not null default 'UTC',
  cap_percent int not null default 20,
  topic_days int[] not null default '{0,14,28,42,56,70,84,98}',
  announced_at timestamptz,
  cap_applied_at timestamptz,
  created_at timestamptz not null,
  constraint round_code_form check (code ~ '^[0-9]{4}[A-Z]$'),
  constraint round_title_not_empty check (title <> ''),
  constraint round_dates_in_order check (apply_from < apply_until and starts_on < ends_on),
  constraint round_applications_before_start check (apply_until < (starts_on + 1)::timestamp at time zone 'UTC'),
  constraint round_cap_is_percentage check (cap_percent between 1 and 100)
);
comment on table round is 'One run of the programme. Its phase is derived from these dates and facts, never stored.';
comment on column round.apply_from is 'First instant to apply.';
comment on column round.apply_until is 'First instant after the deadline.';
comment on column round.starts_on is 'First day of mentoring; included.';
comment on column round.ends_on is 'Last day of mentoring; included.';
comment on column round.zone is 'IANA zone in which deadlines are named.';
comment on column round.topic_days is 'Days after the start on which a topic is due; the first is 0.';
comment on column round.cap_percent is 'Most of the accepted that may come from one country, in percent.';
comment on column round.cap_applied_at is 'When the country cap was last applied.';

alter table mail_campaign add constraint mail_campaign_round foreign key (round_id) references round;
