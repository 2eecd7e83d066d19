-- Posts are found by their words, in the language of each, with accents and slips forgiven.

create extension if not exists pg_trgm;

create table post_search (
  post_id uuid primary key references post on delete cascade,
  locale text not null,
  publish_at timestamptz not null,
  short tsvector not null,
  whole tsvector not null,
  said text not null,
  words text[] not null,
  revision int not null,
  byline text not null,
  rules int not null
);
create index post_search_whole on post_search using gin (whole);
comment on table post_search is 'By which words each published post is found; made of the post and made anew when it changes.';
comment on column post_search.short is 'Stems of title, tags, names and summary, each with its language: they say how well a post fits.';
comment on column post_search.whole is 'Stems of all its words: they say whether it fits.';
comment on column post_search.said is 'Its text without marks, of which a passage is shown where something was found.';
comment on column post_search.words is 'All its words as they are compared, each once: what it adds to search_word.';
comment on column post_search.revision is 'The text of the post that it was made of.';
comment on column post_search.byline is 'The names that it was made of.';
comment on column post_search.rules is 'The rules of comparing that it was made by; with others it is made anew.';

create table search_word (
  folded text collate "C" not null,
  locale text not null,
  shown text not null,
  lexemes text[] not null,
  posts int not null,
  primary key (folded, locale)
);
create index search_word_lexemes on search_word using gin (lexemes);
create index search_word_alike on search_word using gin (folded gin_trgm_ops);
comment on table search_word is 'Every word of the published posts, so that one typed without its accents or with a slip is found.';
comment on column search_word.folded is 'As it is compared: small letters, no marks.';
comment on column search_word.shown is 'As a post spells it, in small letters.';
comment on column search_word.lexemes is 'The stems of its spellings, with their language.';
comment on column search_word.posts is 'In how many published posts it stands.';
