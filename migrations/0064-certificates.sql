-- That somebody completed a round, in a form that others can check.

create table certificate_rule (
  round_id uuid primary key references round,
  check_ins int not null,
  changed_at timestamptz not null,
  changed_by uuid references person on delete set null,
  constraint certificate_rule_check_ins_in_reason check (check_ins between 0 and 12)
);
comment on table certificate_rule is 'Who gets a certificate of a round: those who take part to its end, and what is asked beyond that. Without a row nobody does.';
comment on column certificate_rule.check_ins is 'How many check-ins somebody must have answered; 0 asks for none.';

create table signing_key (
  id uuid primary key default gen_random_uuid(),
  did text not null,
  public_key text not null unique,
  made_at timestamptz not null,
  retired_at timestamptz,
  stolen_at timestamptz,
  constraint signing_key_stolen_is_retired check (stolen_at is null or retired_at is not null)
);
create unique index signing_key_in_use on signing_key (did) where retired_at is null;
comment on table signing_key is 'Keys by which badges are signed. A retired one stays, so that what it signed can be checked.';
comment on column signing_key.did is 'Who signs with it: did:web and the host at which the network was.';
comment on column signing_key.public_key is 'Ed25519, in multibase.';
comment on column signing_key.stolen_at is 'Somebody else may have had it: it is listed no longer, and what it signed is signed again.';

create table signing_secret (
  signing_key_id uuid primary key references signing_key,
  sealed bytea not null
);
comment on table signing_secret is 'The private half of a key that still signs. No backup has it: after a restore a new key is made, and the old one stays listed.';
comment on column signing_secret.sealed is 'PKCS #8, sealed with the secret that is not in the database.';

create table certificate (
  id uuid primary key default gen_random_uuid(),
  code text not null unique,
  number int generated always as identity unique,
  application_id uuid not null references application,
  round_id uuid not null references round,
  person_id uuid not null references person,
  name_written text not null,
  locale text not null,
  check_ins int not null,
  replaces uuid unique references certificate,
  asked_at timestamptz not null,
  issued_at timestamptz,
  credential jsonb,
  signing_key_id uuid references signing_key,
  pdf bytea,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person on delete set null,
  withdrawn_why text not null default '',
  constraint certificate_code_is_ours check (code ~ '^[2-9BCDFGHJKMNPQRSTVWXZ]{12}$'),
  constraint certificate_is_signed check (credential is null or signing_key_id is not null)
);
create unique index certificate_live_once on certificate (application_id) where withdrawn_at is null;
create index certificate_person on certificate (person_id);
create index certificate_round on certificate (round_id, asked_at);
create index certificate_to_issue on certificate (asked_at) where issued_at is null and withdrawn_at is null;
comment on table certificate is 'That somebody completed a round. Never edited: only withdrawn, or replaced by a new one.';
comment on column certificate.code is 'By which anyone who was given it can check the certificate; nobody can guess it.';
comment on column certificate.number is 'Its place in the lists of what was withdrawn.';
comment on column certificate.name_written is 'As they wished it to be written; empty once they were erased.';
comment on column certificate.check_ins is 'How many check-ins the rule asked for when it was earned.';
comment on column certificate.replaces is 'The one that it took the place of.';
comment on column certificate.credential is 'The signed badge, as it was issued.';
comment on column certificate.withdrawn_at is 'When it ceased to hold; one that was replaced then, too.';
comment on column certificate.withdrawn_why is 'What a coordinator wrote to the person; empty where it was replaced.';
