-- Outside a transaction

-- Each page about the applications of a round asks who was kept waiting in another; without this, by reading all applications there ever were.
create index concurrently if not exists application_waiting on application (round_id) where waitlisted_at is not null;
