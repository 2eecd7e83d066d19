-- How far the mailbox has been read to which emails come back.

create table inbound_mailbox (
  mailbox text primary key,
  uid_validity bigint,
  last_uid bigint not null default 0,
  read_at timestamptz,
  failing_since timestamptz,
  fault text not null default '',
  tries int not null default 0,
  next_try_at timestamptz,
  stuck_tries int not null default 0,
  lease_until timestamptz,
  fence bigint not null default 0,
  constraint inbound_mailbox_fails_with_a_reason check ((failing_since is null) = (fault = ''))
);
comment on table inbound_mailbox is 'How far a mailbox has been read, one row for each that was ever named in the settings.';
comment on column inbound_mailbox.mailbox is 'Account, host and folder, as the setting names them, without the password.';
comment on column inbound_mailbox.uid_validity is 'The mail server''s number of this numbering of messages: with another one, all numbers are new.';
comment on column inbound_mailbox.last_uid is 'The highest number of a message that has been taken in, or left for a person.';
comment on column inbound_mailbox.read_at is 'When it was last read to its end.';
comment on column inbound_mailbox.fault is 'Why it cannot be read.';
comment on column inbound_mailbox.tries is 'How often in a row that was tried in vain.';
comment on column inbound_mailbox.stuck_tries is 'How often the message after the last one could not be taken in.';
comment on column inbound_mailbox.lease_until is 'Until then one worker alone reads it.';
comment on column inbound_mailbox.fence is 'Which taking of the lease this is: whoever had it before writes nothing any more.';
