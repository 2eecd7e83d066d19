-- An author has an address of their own, for ever; a post knows its translations; posts are found by round, author, tag,
-- country, year and language.

alter table author
  add column slug text,
  add column country text,
  add column about text not null default '',
  add column merged_into uuid,
  add constraint author_slug_form check (slug is not null and slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$') not valid,
  add constraint author_country_spelled check (country ~ '^[A-Z]{2}$') not valid,
  add constraint author_merged_into_another check (merged_into <> id) not valid,
  add constraint author_merged_into_fkey foreign key (merged_into) references author not valid;
comment on column author.slug is 'The last part of the address of their page: never changed, and never given to another.';
comment on column author.country is 'Where they write from, as printed with what they sign; null when it is not said.';
comment on column author.about is 'A sentence or two about them, plain text, as they want it printed.';
comment on column author.merged_into is 'The author who this one turned out to be: its address leads there, and it signs nothing any more.';

-- A version that runs beside this one adds authors without an address.
alter table author alter column slug set default 'author-' || left(gen_random_uuid()::text, 8);

with plain as (
  select id, created_at, coalesce(nullif(trim(both '-' from regexp_replace(lower(regexp_replace(
    normalize(translate(name, 'øØłŁđĐıæÆœŒðÐ', 'oOlLdDiaAoOdD'), nfd), '[\u0300-\u036f]', '', 'g')),
    '[^a-z0-9]+', '-', 'g')), ''), 'author') as slug
  from author
), numbered as (
  select id, slug, row_number() over (partition by slug order by created_at, id) as nth from plain
)
update author
set slug = case
  when nth = 1 then numbered.slug
  when exists (select from plain where plain.slug = numbered.slug || '-' || nth) then numbered.slug || '-' || left(author.id::text, 8)
  else numbered.slug || '-' || nth end
from numbered where numbered.id = author.id;

alter table post add column translation_group uuid;
comment on column post.translation_group is 'The same for the posts that say the same in several languages, one in each; null for a post that stands alone.';

-- Behind an index: the same tag however it was typed.
create function tag_keys(tags text[]) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(lower(regexp_replace(tag, '[\s/]+', '-', 'g'))), '{}') from unnest(tags) as tag
$$;
comment on function tag_keys is 'Tags as their addresses spell them: in small letters, with hyphens for spaces.';
