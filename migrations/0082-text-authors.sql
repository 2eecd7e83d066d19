-- A text that is brought together with another, or restored, says who signs it one by one.

alter table post_revision add column authors text[] not null default '{}';
comment on column post_revision.authors is 'The names that are printed, in their order; byline is how they are printed together.';

update post_revision set authors = array(
  select author.name from post_author join author on author.id = post_author.author_id
  where post_author.post_id = post_revision.post_id order by post_author.place);
