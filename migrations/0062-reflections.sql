-- What participants write at the end about what they learned, alone or with their partner.

create table reflection (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references round,
  title text not null default '',
  body text not null default '',
  locale text not null,
  audience text not null default 'private',
  rev int not null default 1,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  post_id uuid references post,
  read_at timestamptz,
  read_by uuid references person on delete set null,
  constraint reflection_audience_known check (audience in ('private', 'coordinators', 'blog')),
  constraint reflection_rev_positive check (rev > 0)
);
comment on table reflection is 'What one participant, or several who were partners, wrote about a round. Others read it once every author agrees to the text as it stands.';
comment on column reflection.audience is 'For whom it is meant: its authors alone, coordinators, or the blog, whose editors then find it.';
comment on column reflection.rev is 'Rises with each change of the text, of whom it is for, and of how its authors are named: agreement is to one of these.';
comment on column reflection.post_id is 'The draft of a post that an editor began from it.';
comment on column reflection.read_at is 'When an editor set it aside without a post.';

create table reflection_author (
  reflection_id uuid not null references reflection on delete cascade,
  application_id uuid not null references application,
  person_id uuid not null references person,
  shown_as text not null default 'name',
  agreed_rev int,
  agreed_at timestamptz,
  joined_at timestamptz not null,
  primary key (reflection_id, application_id),
  constraint reflection_author_shown_as_known check (shown_as in ('name', 'given-name', 'unnamed')),
  constraint reflection_author_agreed_at_once check ((agreed_rev is null) = (agreed_at is null))
);
create index reflection_author_person on reflection_author (person_id);
create index reflection_author_application on reflection_author (application_id);
comment on table reflection_author is 'Who writes a reflection, how each is named in it, and to which of its revisions each agreed.';

alter table consent drop constraint consent_purpose_known;
alter table consent add constraint consent_purpose_known
  check (purpose in ('code', 'share-email', 'topics', 'check-ins', 'surveys', 'quotes', 'reflection')) not valid;
comment on column consent.purpose is 'Code of conduct; the address for the partner; emails about topics, check-ins or surveys; quotes from a survey; a reflection as it stands.';

create function reflection_author_says_consent() returns trigger language plpgsql as $$
begin
  if new.agreed_rev is distinct from old.agreed_rev then
    insert into consent (application_id, purpose, given, at, how, version, locale)
    select new.application_id, 'reflection', new.agreed_rev is not null, clock_now(), 'own', new.agreed_rev::text, locale
    from person where id = new.person_id;
  end if;
  return null;
end $$;
create trigger reflection_author_says_consent after update of agreed_rev on reflection_author
  for each row execute function reflection_author_says_consent();

-- Whoever goes takes their agreement along: what is left is not what the others agreed to.
create function reflection_author_goes() returns trigger language plpgsql as $$
begin
  update reflection set rev = rev + 1 where id = old.reflection_id;
  return null;
end $$;
create trigger reflection_author_goes after delete on reflection_author
  for each row execute function reflection_author_goes();
