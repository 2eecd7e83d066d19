-- The pages on which a network tells of itself, as its directors write them. Each save is a row; none is ever changed.

create table page_revision (
  id bigint generated always as identity primary key,
  page text not null,
  locale text not null,
  number int not null,
  title text not null,
  body text not null,
  version text,
  written_by uuid references person on delete set null,
  written_at timestamptz not null,
  constraint page_revision_once unique (page, locale, number),
  constraint page_revision_known
    check (page in ('welcome', 'about', 'how-it-works', 'code-of-conduct', 'privacy', 'contact')),
  constraint page_revision_counted check (number > 0),
  constraint page_revision_said check (title <> '' and body <> ''),
  constraint page_revision_versioned check ((page = 'code-of-conduct') = (version is not null)),
  constraint page_revision_version_is_a_day check (version ~ '^\d{4}-\d{2}-\d{2}(\.\d+)?$')
);
create index page_revision_version on page_revision (version) where version is not null;
comment on table page_revision is 'What a page of the network says, or said, in one language. The newest of each language is shown; a page that nobody has written shows the text that comes with Twinleaf.';
comment on column page_revision.number is 'Counted from 1 for each page and language. Two who change the same text at once would both make the next one: the second is told.';
comment on column page_revision.version is 'Which version of the code of conduct it states: the day it came out, with a number behind it for a second one on that day. Corrections and translations keep it.';
comment on column page_revision.written_by is 'Null for the terminal, and once the person is erased.';

create view accepted_conduct as select distinct code_version as version from application where code_version is not null;
comment on view accepted_conduct is 'The versions of the code of conduct that somebody has accepted: they stay readable.';
