-- Outside a transaction

-- How well posts fit a search is worked out for those alone that say any of it in their title, tags, names or summary.
create index concurrently if not exists post_search_both on post_search using gin (whole, short);
drop index concurrently if exists post_search_whole;
