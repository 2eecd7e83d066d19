-- What was asked of people who applied: it waits for their answer, and nobody asks twice.

create table application_question (
  id uuid primary key default gen_random_uuid(),
  application_id uuid not null references application,
  kind text not null,
  asked_by uuid references person on delete set null,
  asked_at timestamptz not null,
  closed_at timestamptz,
  constraint application_question_kind_given check (kind <> ''),
  constraint application_question_closed_later check (closed_at >= asked_at)
);
create unique index application_question_open on application_question (application_id, kind) where closed_at is null;
comment on table application_question is 'A question that was sent to someone who applied. While it is open, what it asks about does not wait for the office.';
comment on column application_question.kind is 'The problem that it asks about. It is answered once that problem is gone.';
comment on column application_question.closed_at is 'When somebody stopped waiting for the answer by hand.';
