-- Outside a transaction

-- A DOI leads to one post.
create unique index concurrently if not exists post_doi on post (doi) where doi is not null;
