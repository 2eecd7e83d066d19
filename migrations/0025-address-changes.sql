-- A change of address can be taken back by the address before it; a sign-in link says where it was asked for.

create table address_change (
  id bigint generated always as identity primary key,
  person_id uuid not null references person on delete cascade,
  from_email text not null,
  to_email text not null,
  changed_at timestamptz not null,
  token_hash bytea not null unique,
  second_factor_id uuid references second_factor on delete set null,
  taken_back_at timestamptz,
  constraint address_change_changes check (from_email <> to_email),
  constraint address_change_not_empty check (from_email <> '' and to_email <> ''),
  constraint address_change_in_order check (taken_back_at >= changed_at)
);
create index address_change_person on address_change (person_id, id);
comment on table address_change is 'An address put in the place of another. The one before can take it back for three days, with all changes after it. Kept for thirty days.';
comment on column address_change.token_hash is 'SHA-256 of the secret in the link that went to the address before. The secret itself is nowhere.';
comment on column address_change.second_factor_id is 'The second factor that was in force then; one that was set up since goes when the change is taken back.';
comment on column address_change.taken_back_at is 'When the address before, or one before that, took it back.';

alter table sign_in_request add column user_agent text;
alter table sign_in_request add column link_hash bytea;
create index sign_in_request_person on sign_in_request (person_id, requested_at);
create unique index sign_in_request_link on sign_in_request (link_hash);
comment on table sign_in_request is 'Someone asked for a link, to sign in or to confirm a new address. Counted, so that nobody floods a mailbox; kept for a day.';
comment on column sign_in_request.person_id is 'Whose link it is; null when we know nobody with that address. The answer on the page is the same.';
comment on column sign_in_request.user_agent is 'What the browser that asked says of itself: the page of the link tells its reader.';
comment on column sign_in_request.link_hash is 'SHA-256 of the secret in the link that was sent for it; null before, and when none is.';
