-- People without an account see, take along and erase what is kept under their address, by a link that is emailed to it.

create table address_link (
  id uuid primary key default gen_random_uuid(),
  email text not null,
  email_key text not null unique,
  locale text not null,
  asked_at timestamptz not null,
  network_hash bytea not null,
  token_hash bytea unique
);
create index address_link_network on address_link (network_hash, asked_at);
comment on table address_link is 'An address under which somebody asked to see what is kept. Where something is, a link is emailed to it. The row goes after a day.';
comment on column address_link.email_key is 'Normal form of the address, by which what is kept under it is found.';
comment on column address_link.locale is 'Language of the page on which it was asked, for the email.';
comment on column address_link.network_hash is 'Keyed hash of the network it was asked from, for counting.';
comment on column address_link.token_hash is 'SHA-256 of the secret in the emailed link. The secret itself is nowhere. Null until it is sent, and where nothing is kept.';

-- An address without an account is erased too; its person_id is a number that leads nowhere.
alter table erasure drop constraint erasure_why_known;
alter table erasure add constraint erasure_why_known
  check (why in ('own', 'by-email', 'by-letter', 'not-theirs', 'address-names', 'address-texts')) not valid;
alter table erasure add constraint erasure_of_address_done
  check (why not in ('address-names', 'address-texts') or erased_at is not null) not valid;
comment on column erasure.person_id is 'Who was erased. No foreign key: it outlives the person. Of an address without an account, a number that leads nowhere.';
