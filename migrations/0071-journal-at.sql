-- Outside a transaction

-- The hours of a round are estimated from the acts of its time, among those of many years.
create index concurrently if not exists journal_at on journal (at);
