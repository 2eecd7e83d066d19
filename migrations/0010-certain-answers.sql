-- What is not certain is asked, and whoever was somebody's partner stays that, by whichever address.

alter table application
  alter column shares_email drop not null,
  add column accepts_code_written text not null default '',
  add column shares_email_written text not null default '',
  drop constraint application_accepted_is_clean,
  add constraint application_accepted_is_clean check (
    accepted_at is null
    or (person_id is not null and country is not null and zone is not null and sector is not null
        and stage is not null and cardinality(languages) > 0 and accepts_code and shares_email is not null));
comment on column application.accepts_code_written is 'As the person wrote it; empty when they wrote nothing.';
comment on column application.shares_email is 'May the partner be given the e-mail address? Null until what was written is understood, which means no.';
comment on column application.shares_email_written is 'As the person wrote it; empty when they wrote nothing.';

-- What follows a plus leads to the same mailbox where the provider is known for it; elsewhere it may.
update person set email_key = lower(btrim(email))
  where email like '%+%'
    and email_key !~ '@(gmail|outlook|hotmail|live|msn|icloud|me|mac|fastmail|protonmail)\.com$'
    and email_key !~ '@(proton\.me|pm\.me|fastmail\.fm)$';

create function broad_key(email_key text) returns text language sql immutable
  return regexp_replace(email_key, '^([^@+]+)\+[^@]*@', '\1@');
comment on function broad_key is 'An address without what follows a plus: two that differ in this are surely two.';

create table person_address (
  person_id uuid not null references person on delete cascade,
  broad_key text not null,
  primary key (person_id, broad_key)
);
create index person_address_key on person_address (broad_key);
comment on table person_address is 'Every address somebody has had or has applied with. Kept through merges, corrections and changes, so that former partners stay former.';
comment on column person_address.broad_key is 'Normal form without what follows a plus. Two people may have one: then what is true of either is held against both.';

create function person_keeps_address() returns trigger language plpgsql as $$
begin
  insert into person_address values (new.id, broad_key(new.email_key)) on conflict do nothing;
  return null;
end $$;
create trigger person_keeps_address after insert or update of email_key on person
  for each row execute function person_keeps_address();

insert into person_address select id, broad_key(email_key) from person;
insert into person_address
  select coalesce(whole.person_id, application.person_id), broad_key(lower(btrim(application.email)))
  from application left join application whole on whole.id = application.merged_into
  where coalesce(whole.person_id, application.person_id) is not null and application.email like '%@%'
  on conflict do nothing;
