-- A post in another publication: who wants to reprint it and where, what its authors say to that, and where it appeared.

create table reprint (
  id uuid primary key default gen_random_uuid(),
  post_id uuid not null references post on delete cascade,
  publication text not null,
  language text not null,
  name text not null,
  email text,
  email_key text,
  locale text not null,
  message text not null default '',
  asked_at timestamptz not null,
  asked_by uuid references person on delete set null,
  network_hash bytea,
  told_at timestamptz,
  passed_at timestamptz,
  passed_by uuid references person on delete set null,
  allowed_at timestamptz,
  licensed_by uuid references person on delete set null,
  refused_at timestamptz,
  declined_at timestamptz,
  declined_by uuid references person on delete set null,
  appeared_on date,
  appeared_url text,
  constraint reprint_publication_said check (publication <> ''),
  constraint reprint_fits check (length(publication) <= 160 and length(name) <= 80 and length(message) <= 2000),
  constraint reprint_language_known check (language ~ '^[a-z]{2,3}$'),
  constraint reprint_settled_once check (num_nonnulls(allowed_at, refused_at, declined_at) <= 1),
  constraint reprint_appeared_allowed check (appeared_on is null or allowed_at is not null),
  constraint reprint_address_of_web check (appeared_url is null or (appeared_on is not null and appeared_url ~ '^https?://'))
);
create index reprint_of on reprint (post_id, appeared_on);
create index reprint_open on reprint (asked_at) where allowed_at is null and refused_at is null and declined_at is null;
create index reprint_address on reprint (email_key, asked_at) where email_key is not null;
create index reprint_network on reprint (network_hash, asked_at) where network_hash is not null;
comment on table reprint is 'Somebody wants to reprint a post. Its authors say yes or no; one that is allowed and has appeared is named under the post. What came to nothing goes after 180 days.';
comment on column reprint.publication is 'Where it is to appear: the name of a newsletter, a journal, a site.';
comment on column reprint.language is 'In which it appears there.';
comment on column reprint.name is 'Who wants to reprint it; forgotten a year after it was settled.';
comment on column reprint.email is 'For the answer, never shown to readers; forgotten a year after it was settled.';
comment on column reprint.email_key is 'Normal form of the address, for finding what else its owner asked.';
comment on column reprint.locale is 'Language of emails to who asked.';
comment on column reprint.message is 'What they say to the authors.';
comment on column reprint.asked_by is 'The editor who entered it; null when they asked on the page of the post.';
comment on column reprint.network_hash is 'Keyed hash of the network it came from; forgotten after a week.';
comment on column reprint.told_at is 'When editors were told by email that it waits.';
comment on column reprint.passed_at is 'When the authors were asked; null while it waits for an editor.';
comment on column reprint.licensed_by is 'The editor who found that the licence of the text allows it, so that nobody was asked; null when the authors said yes.';
comment on column reprint.refused_at is 'When one of the authors said no.';
comment on column reprint.declined_at is 'When an editor declined it without asking the authors.';
comment on column reprint.appeared_on is 'When it appeared there; null while it has not.';
create trigger reprint_tells after update on reprint
  for each row when (old.appeared_on is not null or new.appeared_on is not null) execute function tell_public_change();
create trigger old_reprint_tells after delete on reprint
  for each row when (old.appeared_on is not null) execute function tell_public_change();
create trigger all_reprints_tell after truncate on reprint for each statement execute function tell_public_change();

create table reprint_answer (
  id uuid primary key default gen_random_uuid(),
  reprint_id uuid not null references reprint on delete cascade,
  place int not null,
  name text not null,
  email text,
  email_key text,
  person_id uuid references person,
  locale text not null,
  asked_at timestamptz,
  answer text,
  answered_at timestamptz,
  recorded_by uuid references person on delete set null,
  word text not null default '',
  unique (reprint_id, place),
  constraint reprint_answer_known check (answer in ('yes', 'no')),
  constraint reprint_answer_when check ((answer is null) = (answered_at is null)),
  constraint reprint_answer_fits check (length(word) <= 2000)
);
create index reprint_answer_person on reprint_answer (person_id) where person_id is not null;
create index reprint_answer_address on reprint_answer (email_key) where email_key is not null;
comment on table reprint_answer is 'What one of the authors of a post says to a reprint of it.';
comment on column reprint_answer.place is 'Among those who sign the post, from 1.';
comment on column reprint_answer.name is 'As they sign it.';
comment on column reprint_answer.email is 'Where they were asked; null where we know no address of theirs.';
comment on column reprint_answer.email_key is 'Normal form of the address, for finding what else its owner sent.';
comment on column reprint_answer.locale is 'Language of emails to them.';
comment on column reprint_answer.recorded_by is 'The editor who entered an answer that came by another way.';
comment on column reprint_answer.word is 'What they said with it; or how it reached the editor who entered it.';

-- Below a post stands what its licence allows, which is that of the contribution it was made of.
create trigger contribution_tells after update of post_id, licence on contribution
  for each row when ((old.post_id, old.licence) is distinct from (new.post_id, new.licence)) execute function tell_public_change();
create trigger old_contribution_tells after delete on contribution
  for each row when (old.post_id is not null) execute function tell_public_change();
create trigger all_contributions_tell after truncate on contribution for each statement execute function tell_public_change();
