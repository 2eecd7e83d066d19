-- Who is asking, known for certain and not long ago.

alter table second_factor add column last_step bigint;
comment on column second_factor.last_step is 'Half minutes since 1970 of the last code that was taken: it and all before it are taken no more.';

alter table session add column confirmed_at timestamptz;
comment on column session.confirmed_at is 'When its person last typed a code in the middle of a session, before an act that asks for it; null: not since signing in.';
