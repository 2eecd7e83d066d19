-- A form that is sent twice on a slow line makes one thing.

create table made_once (
  hash bytea primary key,
  made uuid,
  at timestamptz not null
);
create index made_once_at on made_once (at);
comment on table made_once is 'Of a form that makes something: that it was sent, and what it made. Whoever sends it again within a day comes to that.';
comment on column made_once.hash is 'SHA-256 of the number that its page gave the form, of who sent it and of what was typed.';
comment on column made_once.made is 'Null only within the transaction that makes it.';
