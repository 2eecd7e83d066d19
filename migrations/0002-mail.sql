-- What leaves the house.

create table mail_campaign (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  kind text not null,
  round_id uuid,
  created_at timestamptz not null,
  created_by uuid references person on delete set null,
  stopped_at timestamptz
);
comment on table mail_campaign is 'Mails that belong together and can be stopped and resumed together: the introductions of a round, one topic.';
comment on column mail_campaign.key is 'What makes it happen once, for example introductions:<round id>.';
comment on column mail_campaign.stopped_at is 'Since when its queued mails wait; null while they go out.';

create table outbox (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  kind text not null,
  campaign_id uuid references mail_campaign,
  person_id uuid references person on delete set null,
  list text,
  to_address text not null,
  to_name text not null default '',
  locale text not null default 'en',
  subject text not null,
  text text not null,
  html text not null,
  message_id text not null unique,
  state text not null default 'queued',
  due_at timestamptz not null,
  attempts int not null default 0,
  first_tried_at timestamptz,
  lease_until timestamptz,
  fence bigint not null default 0,
  worker text,
  last_error text,
  possibly_doubled boolean not null default false,
  created_at timestamptz not null,
  sent_at timestamptz,
  constraint outbox_state_known check (state in ('queued', 'sending', 'sent', 'deferred', 'failed', 'suppressed', 'unknown')),
  constraint outbox_leased_while_sending check (state <> 'sending' or lease_until is not null),
  constraint outbox_leased_on_its_way check (lease_until is null or state in ('queued', 'deferred', 'sending')),
  constraint outbox_sent_has_instant check ((state = 'sent') = (sent_at is not null))
);
create index outbox_due on outbox (due_at) where state in ('queued', 'deferred', 'sending');
create index outbox_campaign on outbox (campaign_id, state);
create index outbox_person on outbox (person_id);
comment on table outbox is 'One row per mail, written in the transaction of its cause, rendered and frozen.';
comment on column outbox.key is 'What makes it be sent once, for example introduction:<pairing id>:<person id>.';
comment on column outbox.list is 'The mailing list a person may leave (topics, newsletter); null for mail that the programme needs.';
comment on column outbox.message_id is 'Stable over every attempt.';
comment on column outbox.state is 'Sending: the hand-off has begun, and its answer is not written down yet.';
comment on column outbox.first_tried_at is 'A relay that says "later" is asked again for three days from then.';
comment on column outbox.lease_until is 'A worker has put the mail aside until then, by the clock of the database.';
comment on column outbox.worker is 'Who holds the lease, or held it last.';
comment on column outbox.fence is 'Rises with each lease; a worker that lost its lease cannot finish the row.';
comment on column outbox.possibly_doubled is 'An attempt ended without an answer and was repeated with the same Message-ID.';
comment on column outbox.last_error is 'Why it is not sent: a code of ours, or the words of the relay.';

create table mail_stop (
  person_id uuid not null references person on delete cascade,
  list text not null,
  stopped_at timestamptz not null,
  primary key (person_id, list)
);
comment on table mail_stop is 'Lists a person has left. Looked at when a mail is sent, not when it is queued.';

create table suppression (
  address_hash bytea primary key,
  reason text not null,
  created_at timestamptz not null,
  constraint suppression_reason_known check (reason in ('bounce', 'complaint', 'request'))
);
comment on table suppression is 'Addresses that must not be written to, as keyed hashes, so that an erased person stays unmailed.';

create table worker_beat (
  worker text primary key,
  at timestamptz not null
);
comment on table worker_beat is 'Each worker says every few seconds that it lives; readiness looks at the newest.';
