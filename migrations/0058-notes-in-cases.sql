-- Notes on people in pairings become part of a case, the one about the call for help that they answered.

insert into pairing_case (pairing_id, application_id, kind, opened_at, due_at, closed_at, outcome)
  select distinct on (pairing_id) pairing_id, application_id, 'help', written_at, written_at,
    max(written_at) over (partition by pairing_id), 'in-touch'
  from pairing_note order by pairing_id, id
  on conflict on constraint pairing_case_once do nothing;

insert into case_event (case_id, kind, body, at, actor_id, person_id)
  select pairing_case.id, 'noted', pairing_note.body, written_at, written_by, person_id
  from pairing_note join pairing_case on pairing_case.pairing_id = pairing_note.pairing_id and pairing_case.kind = 'help'
  order by pairing_note.id;

insert into case_event (case_id, kind, what, at)
  select id, 'closed', outcome, closed_at from pairing_case where closed_at is not null;

-- No version that was released has it.
-- squawk-ignore ban-drop-table
drop table pairing_note;
