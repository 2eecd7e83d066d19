-- Outside a transaction

-- Who is away is asked of each person in each pair, and of whoever looks after a case. Without this, all absences were
-- read for each of them.
create index concurrently if not exists absence_person on absence (person_id, from_on) where cancelled_at is null;
