-- Outside a transaction

-- Posts are looked for in all of their words at once, and then put in order; nothing looks through the titles alone any more.
create index concurrently if not exists post_search_whole on post_search using gin (whole);
drop index concurrently if exists post_search_both;
