create table garden (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  watered_at timestamptz
);
comment on table garden is 'A garden that needs water.';
