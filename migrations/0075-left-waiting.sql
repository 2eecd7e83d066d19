-- What pairings tells applications, which stands before it: who had a place in a round and no partner to the end.

create view left_waiting as
  select participant.application_id, participant.round_id
  from participant join release on release.round_id = participant.round_id
  where not exists (select from living_partner where living_partner.application_id = participant.application_id);
comment on view left_waiting is 'Participants of a round whose partners were introduced, who have none: never, or none after the last pairing ended. They were told that they are among the first in the next round.';
