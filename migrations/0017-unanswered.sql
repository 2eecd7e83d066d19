-- A person's own page finds what they have sent and nobody has answered yet.

create index application_unanswered on application (lower(email)) where person_id is null;
