-- Issues of the newsletter: composed by editors, sent once to readers who are fixed when it is decided, kept as pages.

create table issue (
  id uuid primary key default gen_random_uuid(),
  number integer unique,
  audience text not null,
  created_at timestamptz not null,
  created_by uuid references person,
  revision integer not null default 1,
  decided_at timestamptz,
  decided_by uuid references person,
  send_at timestamptz,
  begun_at timestamptz,
  queued_at timestamptz,
  campaign_id uuid references mail_campaign,
  recipient_count integer,
  constraint issue_audience_known check (audience in ('all', 'digests')),
  constraint issue_number_counts check (number > 0),
  constraint issue_revision_counts check (revision > 0),
  constraint issue_decided_whole check (
    (decided_at is null) = (send_at is null) and (decided_at is null) = (recipient_count is null)
    and (decided_at is null or campaign_id is not null)),
  constraint issue_begun_was_decided check (begun_at is null or decided_at is not null),
  constraint issue_begun_has_number check ((begun_at is null) = (number is null)),
  constraint issue_queued_was_begun check (queued_at is null or begun_at is not null)
);
create index issue_due on issue (send_at) where decided_at is not null and queued_at is null;
comment on table issue is 'A newsletter that editors compose: in preparation, then decided and planned for a time, then on its way, and a public page from that moment on.';
comment on column issue.number is 'Names its page; given when it begins to leave.';
comment on column issue.audience is 'all: every reader of the newsletter; digests: only those who do not get each post as it comes out.';
comment on column issue.revision is 'Rises with each change, so that nobody decides on what they have not seen.';
comment on column issue.decided_at is 'When an editor decided to send it: from then on its readers are fixed.';
comment on column issue.send_at is 'When it leaves.';
comment on column issue.begun_at is 'When it began to leave.';
comment on column issue.queued_at is 'When the last of its emails was in the outbox.';
comment on column issue.campaign_id is 'Its emails, by which they are stopped and resumed.';
comment on column issue.recipient_count is 'To how many readers it was decided to go; they may go since.';

create table issue_text (
  issue_id uuid not null references issue on delete cascade,
  locale text not null,
  place integer not null,
  subject text not null,
  preview text not null,
  welcome text not null,
  primary key (issue_id, locale),
  constraint issue_text_place unique (issue_id, place),
  constraint issue_text_subject_said check (subject <> ''),
  constraint issue_text_fits check (length(subject) <= 150 and length(preview) <= 150 and length(welcome) <= 10000)
);
comment on table issue_text is 'What an issue says in one language. Who reads none of its languages gets the first.';
comment on column issue_text.place is 'Which comes first, counted from 1.';
comment on column issue_text.preview is 'What a mail program shows after the subject; may be empty.';
comment on column issue_text.welcome is 'Words of welcome, Markdown; may be empty.';

create table issue_post (
  issue_id uuid not null references issue on delete cascade,
  post_id uuid not null references post on delete cascade,
  place integer not null,
  primary key (issue_id, post_id),
  constraint issue_post_place unique (issue_id, place) deferrable initially deferred
);
create index issue_post_post on issue_post (post_id);
comment on table issue_post is 'The posts that an issue tells of, in order.';
comment on column issue_post.place is 'Counted from 1.';

create table issue_recipient (
  issue_id uuid not null references issue on delete cascade,
  subscriber_id uuid not null references subscriber on delete cascade,
  locale text not null,
  queued_at timestamptz,
  primary key (issue_id, subscriber_id)
);
create index issue_recipient_subscriber on issue_recipient (subscriber_id);
create index issue_recipient_waiting on issue_recipient (issue_id, subscriber_id) where queued_at is null;
comment on table issue_recipient is 'A reader to whom it was decided that an issue goes. Goes with the subscriber.';
comment on column issue_recipient.locale is 'In which of its languages they get it.';
comment on column issue_recipient.queued_at is 'When their email was put into the outbox, or found to have nobody to go to.';

-- Issues are public pages from the moment they leave.
create trigger issue_tells after update on issue
  for each row when (new.begun_at is not null) execute function tell_public_change();
create trigger old_issue_tells after delete on issue
  for each row when (old.begun_at is not null) execute function tell_public_change();
create trigger issue_text_tells after insert or update or delete or truncate on issue_text
  for each statement execute function tell_public_change();
create trigger issue_post_tells after insert or update or delete or truncate on issue_post
  for each statement execute function tell_public_change();
