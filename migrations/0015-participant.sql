-- Who takes part in a round: said once, for every query that asks.

alter table application
  add column name text not null generated always as (btrim(given_name || ' ' || family_name)) stored;
comment on column application.name is 'The whole name, as lists show it.';

create view participant as
  select application.id as application_id, application.round_id, application.person_id, application.accepted_at,
    application.name, application.given_name, application.country, application.sector,
    person.email, person.email_key, person.locale
  from application
  join person on person.id = application.person_id
  where application.accepted_at is not null
    and application.withdrawn_at is null
    and application.dropped_at is null
    and application.merged_into is null
    and person.disabled_at is null;
comment on view participant is 'Those who take part in a round: accepted to it, and neither withdrawn, dropped, merged nor shut out since.';
