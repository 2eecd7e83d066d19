-- What somebody sent when their session had just ended survives signing in again.

create table kept_form (
  person_id uuid primary key references person on delete cascade,
  page text not null,
  action text not null,
  typed jsonb not null,
  kept_at timestamptz not null,
  constraint kept_form_typed_small check (octet_length(typed::text) <= 300000)
);
comment on table kept_form is 'The last form a person sent when their session had ended: shown again to them alone, for a day. Nothing of it was done.';
comment on column kept_form.page is 'Path of the page it was typed on.';
comment on column kept_form.action is 'Path it was sent to.';
comment on column kept_form.typed is 'The texts that were typed, by name of the field; files are not kept.';
