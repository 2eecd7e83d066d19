-- A post can be cited for good: who signed it, by a number of their own; under which licence; by which number it is found; and
-- what was corrected in it after it came out.

alter table author
  add column orcid text,
  add constraint author_orcid_form check (orcid ~ '^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$') not valid;
comment on column author.orcid is 'Their ORCID iD, `0000-0002-1825-0097`, as they gave it; null for none.';

alter table network
  add column licence text,
  add column issn text,
  add constraint network_licence_said check (licence <> '') not valid,
  add constraint network_issn_form check (issn ~ '^\d{4}-\d{3}[\dX]$') not valid;
comment on column network.licence is 'Of posts that say no other, by the id that pictures have, or all-rights-reserved; null where nothing is said of it.';
comment on column network.issn is 'Of the blog, `2049-3630`; null for none.';

alter table post
  add column licence text,
  add column doi text,
  add constraint post_licence_said check (licence <> '') not valid,
  add constraint post_doi_form check (doi ~ '^10\.\d{4,9}/[-._;()/:a-z0-9]+$') not valid;
comment on column post.licence is 'The licence of its text, by the id that pictures have, or all-rights-reserved; null for that of the network.';
comment on column post.doi is 'Its DOI, `10.1234/abc`, in small letters, once it is registered; null for none.';

-- A post that was made of a contribution is under the licence that its author read.
update post set licence = contribution.licence from contribution where contribution.post_id = post.id;

create table post_correction (
  id uuid primary key default gen_random_uuid(),
  post_id uuid not null references post on delete cascade,
  revision int not null,
  said text not null,
  by_id uuid references person on delete set null,
  at timestamptz not null,
  constraint post_correction_of_a_text unique (post_id, revision),
  constraint post_correction_said check (said <> '' and length(said) <= 600)
);
comment on table post_correction is 'That a post was corrected after it came out, in a sentence that stands under it for ever.';
comment on column post_correction.revision is 'The number of the text with which it was corrected.';
comment on column post_correction.said is 'What was wrong and what is right, in the language of the post.';
create trigger post_correction_tells after insert or update or delete or truncate on post_correction
  for each statement execute function tell_public_change();
