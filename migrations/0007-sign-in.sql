-- Signing in: better-auth's tables under our names. Its user is our person, by the same id.

create table second_factor (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null unique references person on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failed_count int not null default 0,
  locked_until timestamptz
);
comment on table second_factor is 'One-time codes of a person: the shared secret and the backup codes, both encrypted.';
comment on column second_factor.verified is 'False until the person has typed a first code; only then is it asked for at sign-in.';
comment on column second_factor.failed_count is 'Wrong codes in a row.';

create view account as
select
  person.id,
  person.id || '@person.invalid' as email,
  person.name,
  true as email_verified,
  null::text as image,
  exists (select from second_factor where second_factor.person_id = person.id and second_factor.verified) as second_factor_enabled,
  person.created_at,
  person.created_at as updated_at
from person
where person.disabled_at is null;
comment on view account is 'A person as the sign-in library sees one: whoever is disabled is not there.';
comment on column account.email is 'Not the real address: what signs somebody in is the person, whatever the address becomes.';

create function account_is_computed() returns trigger language plpgsql as $$
begin
  return new;
end $$;
comment on function account_is_computed() is 'The library writes down what the view computes; there is nothing to store.';
create trigger account_is_computed instead of update on account
  for each row execute function account_is_computed();

create table session (
  id uuid primary key default gen_random_uuid(),
  token_hash text not null unique,
  person_id uuid not null references person on delete cascade,
  user_agent text,
  ip_address text,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index session_person on session (person_id);
comment on table session is 'A device on which somebody is signed in. It ends when it rests too long or is too old; how long depends on the roles.';
comment on column session.token_hash is 'SHA-256 of the token in the cookie, base64url. The token itself is nowhere.';
comment on column session.ip_address is 'Always empty: where people sign in from is not kept.';

create table credential (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint credential_once unique (provider_id, account_id)
);
create index credential_person on credential (person_id);
comment on table credential is 'Ways to sign in other than by mail, from outside providers. Empty while mail is the only one.';

create table verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_identifier on verification (identifier);
comment on table verification is 'Links in mails and sign-ins that wait for a code: used once, then gone.';
comment on column verification.identifier is 'Hash of the secret that the reader holds.';

create table sign_in_request (
  id uuid primary key default gen_random_uuid(),
  person_id uuid references person on delete cascade,
  address_hash bytea not null,
  network_hash bytea not null,
  next text not null,
  locale text not null,
  requested_at timestamptz not null
);
create index sign_in_request_address on sign_in_request (address_hash, requested_at);
create index sign_in_request_network on sign_in_request (network_hash, requested_at);
comment on table sign_in_request is 'Somebody asked for a link to sign in. Counted, so that nobody floods a mailbox; kept for a day.';
comment on column sign_in_request.person_id is 'Null when we know nobody with that address; the answer on the page is the same.';
comment on column sign_in_request.address_hash is 'Keyed hash of the address as typed, in its normal form.';
comment on column sign_in_request.network_hash is 'Keyed hash of the IPv4 address or the IPv6 /64.';
