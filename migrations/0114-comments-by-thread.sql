-- Outside a transaction

create index concurrently if not exists comment_by_thread on comment (post_id, thread, number) include (id, parent_id)
  where state = 'shown';
