-- Whoever calls for help about a silent partner is part of the case of that silence, and hearing the other side is no step of its own any more:
-- their answers are known.

create or replace view looked_after as
  select pairing_case.pairing_id, case_event.at as closed_at
  from case_event join pairing_case on pairing_case.id = case_event.case_id
  where case_event.kind = 'closed' and (pairing_case.kind = 'help' or exists (
    select from case_event called where called.case_id = pairing_case.id and called.kind = 'fact' and called.what = 'help'));

update pairing_case set rung = 1 where kind in ('silence', 'absence') and rung > 1;
update case_ladder set days = days
  || case when jsonb_array_length(days -> 'silence') = 3 then jsonb_build_object('silence', (days -> 'silence') - 2) else '{}' end
  || case when jsonb_array_length(days -> 'absence') = 3 then jsonb_build_object('absence', (days -> 'absence') - 2) else '{}' end;
