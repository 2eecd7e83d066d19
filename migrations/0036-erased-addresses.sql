-- A later export of a form would bring back whoever was erased since: every address they had is known again by its hash.

alter table erasure add column other_hashes bytea[] not null default '{}';
comment on column erasure.other_hashes is 'Keyed hashes of the other addresses that they had or applied with.';

create view erased_address as
  select address_hash, erased_at from erasure where erased_at is not null
  union all
  select unnest(other_hashes), erased_at from erasure where erased_at is not null;
comment on view erased_address is 'Addresses of those who were erased, as keyed hashes: a row of a file that was sent before is not taken.';
