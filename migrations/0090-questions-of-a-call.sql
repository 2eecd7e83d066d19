-- What a round asks of its own is on the form that everyone may open.
create trigger own_question_tells after insert or update or delete or truncate on own_question
  for each statement execute function tell_public_change();
create trigger own_option_tells after insert or update or delete or truncate on own_option
  for each statement execute function tell_public_change();
create trigger own_condition_tells after insert or update or delete or truncate on own_condition
  for each statement execute function tell_public_change();
