-- Where the address of an account changes, what it subscribed to moves along, unless the new address is on that list already.

create function move_subscriptions() returns trigger language plpgsql as $$
begin
  update subscriber set email = new.email, email_key = new.email_key
  where email_key = old.email_key
    and not exists (select from subscriber other where other.list = subscriber.list and other.email_key = new.email_key);
  return null;
end
$$;
comment on function move_subscriptions is 'Takes the subscriptions of an account along to its new address.';
create trigger person_address_moves_subscriptions after update of email_key on person
  for each row when (old.email_key is distinct from new.email_key and new.erased_at is null and new.email like '%@%')
  execute function move_subscriptions();
