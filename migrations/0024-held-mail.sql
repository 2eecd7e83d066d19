-- After a restore, emails wait until someone has looked: those in the backup may have been sent since it was made.

create table mail_hold (
  only_one boolean primary key default true,
  held_at timestamptz not null,
  reason text not null,
  constraint mail_hold_only_one check (only_one),
  constraint mail_hold_reason_known check (reason in ('restored', 'scrubbed'))
);
comment on table mail_hold is 'While its one row is there, no email leaves but sign-in links asked for since.';
comment on column mail_hold.reason is 'Restored: until someone lets it go. Scrubbed: a copy for testing, which never sends.';

create function mail_hold_of_a_copy_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a scrubbed copy sends no mail';
end $$;
create trigger mail_hold_of_a_copy_stays before update or delete on mail_hold
  for each row when (old.reason = 'scrubbed') execute function mail_hold_of_a_copy_stays();
