-- Outside a transaction
-- A library or a group stands once in the list of a country, also when two write it down at once.
create unique index concurrently if not exists country_contact_once on country_contact (country, lower(name));
