-- What an email came of.

set local lock_timeout = '5s';

alter table outbox add column trace text;
alter table outbox add constraint outbox_trace_form check (trace ~ '^[0-9a-f]{32}$') not valid;
comment on column outbox.trace is 'Number of the request, or of the turn of the clock, that it came of; logs quote its first eight digits. Null for the terminal.';
