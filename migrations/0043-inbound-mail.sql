-- What comes back of what was sent, and what is written to the addresses that emails come from.

set local lock_timeout = '5s';

alter table outbox add column address_hash bytea;
comment on column outbox.address_hash is 'Keyed hash of the address it was handed over for: the address itself is emptied, and what comes back later must still be known by it.';

create table inbound_mail (
  id uuid primary key default gen_random_uuid(),
  raw_hash bytea not null unique,
  received_at timestamptz not null,
  kind text not null,
  outbox_id uuid references outbox on delete set null,
  from_address text not null default '',
  from_name text not null default '',
  subject text not null default '',
  text text not null default '',
  settled_at timestamptz,
  settled_by uuid references person on delete set null,
  constraint inbound_mail_kind_known check (kind in ('return', 'notice', 'complaint', 'automatic', 'letter', 'unknown')),
  constraint inbound_mail_text_of_letters check (kind = 'letter' or (from_address = '' and from_name = '' and subject = '' and text = '')),
  constraint inbound_mail_settled_by_someone check (settled_by is null or settled_at is not null)
);
create index inbound_mail_letters on inbound_mail (received_at) where kind = 'letter';
create index inbound_mail_outbox on inbound_mail (outbox_id);
comment on table inbound_mail is 'Each message that came in, once. Only letters that a person wrote keep what they say, and all go after thirty days.';
comment on column inbound_mail.raw_hash is 'SHA-256 of the message as it came, so that none is read twice, whichever way it comes.';
comment on column inbound_mail.kind is 'Return: an email did not arrive. Notice: it is late, or arrived. Automatic: nobody wrote it. Unknown: it answers no email of ours.';
comment on column inbound_mail.outbox_id is 'The email that it answers, as proved by the address it was sent to.';
comment on column inbound_mail.from_address is 'As the message says, which nobody has proved.';
comment on column inbound_mail.settled_at is 'When someone of the office had read and answered it.';

create table mail_return (
  id bigint generated always as identity primary key,
  outbox_id uuid not null references outbox on delete cascade,
  address text not null,
  verdict text not null,
  status text not null default '',
  said text not null default '',
  returned_at timestamptz not null,
  settled_at timestamptz,
  constraint mail_return_verdict_known check (verdict in ('hard', 'full', 'soft', 'refused', 'complaint')),
  constraint mail_return_once unique (outbox_id, verdict)
);
create index mail_return_address on mail_return (address) where settled_at is null;
comment on table mail_return is 'An email that was handed over and did not arrive, or was called spam by its reader. Kept for a year.';
comment on column mail_return.address is 'Where the email went, in lower case; empty when we no longer know it.';
comment on column mail_return.verdict is 'Hard: there is no such address. Full: the mailbox takes no more. Soft: it did not work, and may tomorrow. Refused: they do not take it from us, whoever it is for. Complaint: its reader called it spam.';
comment on column mail_return.status is 'Enhanced status code (RFC 3463), where one was given.';
comment on column mail_return.said is 'The other side''s words.';
comment on column mail_return.settled_at is 'Since when it says nothing about the address any more: mail arrives there again, or someone wants it tried.';

create view dead_address as
  select distinct on (one.address) one.address, one.verdict, one.status, one.said, one.returned_at, one.outbox_id
  from mail_return one
  where one.settled_at is null and one.address <> '' and (
    one.verdict = 'hard'
    or one.verdict in ('full', 'soft') and (
      select count(distinct (other.returned_at at time zone 'UTC')::date) from mail_return other
      where other.address = one.address and other.settled_at is null and other.verdict in ('full', 'soft')
        and other.returned_at between one.returned_at - interval '14 days' and one.returned_at) >= 3)
  order by one.address, one.verdict <> 'hard', one.returned_at;
comment on view dead_address is 'Addresses that emails do not reach: one came back for good, or some were turned away on three days within fourteen.';
