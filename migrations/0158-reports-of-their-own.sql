-- Outside a transaction

-- A report is a case of its own for each person it names: of what one of a pair reported, the other, who reports them, learns nothing.
create unique index concurrently if not exists pairing_case_once_of_a_kind on pairing_case (pairing_id, kind) where kind <> 'conduct';
create unique index concurrently if not exists pairing_case_once_of_a_name on pairing_case (pairing_id, application_id) where kind = 'conduct';
