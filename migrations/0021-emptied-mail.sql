-- What an email said does not outlive its purpose: a link that opens an account, a note between partners.

alter table outbox add column kept_until timestamptz;
alter table outbox add column contents_hash bytea;
comment on column outbox.kept_until is 'Until when subject and text stay once the email has ended; null: they go in the statement that ends it.';
comment on column outbox.contents_hash is 'Keyed hash of subject, text and HTML as they were queued: whoever still has the email can show that it is this one.';
comment on column outbox.text is 'As it was rendered; empty once the email was emptied, as subject and html are then.';
comment on column outbox.to_address is 'Where it goes; empty once an emptied email needs it no more. Who got it remains in person_id.';

-- Emails that went out together were readable in the office, and stay so for as long as new ones.
update outbox set kept_until = due_at + interval '90 days' where list is not null or campaign_id is not null;

create function outbox_emptied() returns trigger language plpgsql as $$
begin
  if new.kept_until is null and new.state in ('sent', 'failed', 'suppressed', 'unknown') then
    new.subject := '';
    new.text := '';
    new.html := '';
    if new.state = 'sent' then
      new.to_address := '';
      new.to_name := '';
    end if;
  end if;
  return new;
end $$;
comment on function outbox_emptied() is 'Empties an email that is not kept when it ends, in the same statement, whoever ends it.';
create trigger outbox_emptied before update on outbox
  for each row execute function outbox_emptied();
