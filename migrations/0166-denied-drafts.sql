-- Who sent an application to an address that was not theirs reads what became of it, in the browser that sent it.

set local lock_timeout = '5s';

alter table application_draft add column denied_at timestamptz;
comment on column application_draft.denied_at is 'When whoever reads the mail of its address last said that it was not theirs. Its pages and its application went then; what is typed since stands here as usual.';
