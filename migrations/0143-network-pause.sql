-- A network can be paused in one act, and woken up again.

create table network_pause (
  id uuid primary key default gen_random_uuid(),
  paused_at timestamptz not null,
  paused_by uuid references person on delete set null,
  told_at timestamptz,
  woken_at timestamptz,
  woken_by uuid references person on delete set null,
  constraint network_pause_in_order check (told_at >= paused_at and woken_at >= paused_at)
);
create unique index network_pause_open on network_pause ((true)) where woken_at is null;
comment on table network_pause is 'Each time that the network was paused. While one is open applications, comments and all else that comes from outside are closed, and nothing but the blog goes on.';
comment on column network_pause.paused_by is 'Null from the terminal.';
comment on column network_pause.told_at is 'When the emails to everyone who has an account or has applied were all queued; null while some are not.';
comment on column network_pause.woken_at is 'When all was opened again; null while the network is paused.';
comment on column network_pause.woken_by is 'Null from the terminal, and while nobody has.';

-- Every public page says that the network is paused.
create trigger network_pause_tells after insert or update or delete or truncate on network_pause
  for each statement execute function tell_public_change();
