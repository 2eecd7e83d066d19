-- Readers who asked to be written to without taking part.

create table subscriber (
  id uuid primary key default gen_random_uuid(),
  list text not null,
  email text not null,
  email_key text not null,
  locale text not null,
  asked_at timestamptz not null,
  network_hash bytea not null,
  confirm_hash bytea unique,
  confirmed_at timestamptz,
  consent_version text,
  left_at timestamptz,
  told_of uuid references round,
  told_at timestamptz,
  constraint subscriber_list_known check (list in ('calls')),
  constraint subscriber_once unique (list, email_key),
  constraint subscriber_consent_is_versioned check ((confirmed_at is null) = (consent_version is null)),
  constraint subscriber_told_has_instant check ((told_of is null) = (told_at is null)),
  constraint subscriber_told_had_asked check (told_of is null or confirmed_at is not null)
);
create index subscriber_network on subscriber (network_hash, asked_at);
comment on table subscriber is 'An address that asked to be told of the next call, whether it belongs to a member or not. Forgotten when that call is over, when nobody confirms it within a week, and a day after it is taken off.';
comment on column subscriber.list is 'What is written to it: calls, for when a round opens for applications.';
comment on column subscriber.email_key is 'Normal form of the address, for finding it.';
comment on column subscriber.network_hash is 'Keyed hash of the network it was asked from, so that nobody asks for thousands.';
comment on column subscriber.confirm_hash is 'SHA-256 of what the emailed link holds by which the address is confirmed.';
comment on column subscriber.confirmed_at is 'When the one who reads its mail said yes.';
comment on column subscriber.consent_version is 'Which version of the words they said yes to.';
comment on column subscriber.left_at is 'When it was taken off the list; nothing is sent from then on.';
comment on column subscriber.told_of is 'The round whose call it was told of, or need not be told of, having applied already.';

alter table outbox add column subscriber_id uuid;
comment on column outbox.subscriber_id is 'Whose email it is where it is no person''s; sent only while they are on the list.';
