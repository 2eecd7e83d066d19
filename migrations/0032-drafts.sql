-- Applications that were begun on the form, and what was typed on each of its pages.

create table application_draft (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references round,
  person_id uuid references person on delete cascade,
  application_id uuid unique references application on delete cascade,
  secret_hash bytea unique,
  resume_hash bytea unique,
  confirm_hash bytea unique,
  locale text not null,
  network_hash bytea not null,
  begun_at timestamptz not null,
  saved_at timestamptz not null,
  sent_at timestamptz,
  constraint application_draft_is_somebodys check (num_nonnulls(person_id, secret_hash) >= 1),
  constraint application_draft_sent_is_received check (sent_at is null or application_id is not null)
);
create unique index application_draft_own on application_draft (round_id, person_id) where person_id is not null;
create index application_draft_network on application_draft (network_hash, begun_at);
comment on table application_draft is 'An application that was begun on the form. What was never sent is forgotten 90 days after the deadline.';
comment on column application_draft.person_id is 'Whose it is, when they were signed in or have confirmed the address.';
comment on column application_draft.application_id is 'The application that it became, or that it will change.';
comment on column application_draft.secret_hash is 'SHA-256 of what the browser that began it keeps in a cookie.';
comment on column application_draft.resume_hash is 'SHA-256 of what the emailed link holds by which it goes on elsewhere.';
comment on column application_draft.confirm_hash is 'SHA-256 of what the emailed link holds by which the address is confirmed.';
comment on column application_draft.network_hash is 'Keyed hash of the network it was begun from, so that nobody begins thousands.';
comment on column application_draft.sent_at is 'When it was last sent; what was saved later has not been sent.';

create table draft_page (
  draft_id uuid not null references application_draft on delete cascade,
  page text not null,
  typed jsonb not null,
  rev int not null,
  writer text not null,
  seq int not null,
  saved_at timestamptz not null,
  primary key (draft_id, page),
  constraint draft_page_known check (page in ('you', 'work', 'talking', 'partner')),
  constraint draft_page_typed_small check (octet_length(typed::text) <= 100000)
);
comment on table draft_page is 'What was typed on one page of the form, as it was typed.';
comment on column draft_page.rev is 'Goes up with each save. A save that saw an older one came from another device.';
comment on column draft_page.writer is 'The page, as it was shown, that saved last.';
comment on column draft_page.seq is 'How often that page had saved: an answer that was lost on the way is told from another device by it.';

create table draft_mail (
  draft_id uuid not null references application_draft on delete cascade,
  mailed_key bytea not null,
  mailed_at timestamptz not null
);
create index draft_mail_draft on draft_mail (draft_id);
create index draft_mail_key on draft_mail (mailed_key, mailed_at);
comment on table draft_mail is 'The emails that went out about drafts, so that nobody floods a stranger. Gone after a day.';
comment on column draft_mail.mailed_key is 'Keyed hash of the address.';
