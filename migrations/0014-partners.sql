-- What pairings tells scenarios, which stands before it: who has a partner now, and who has been whose.

create view living_partner as
  select member.round_id, member.application_id
  from pairing_member member join pairing on pairing.id = member.pairing_id
  where member.ended_at is null and pairing.dissolved_at is null;
comment on view living_partner is 'Participants who are in a living pairing of a round.';

create view former_partner as
  select one.round_id, one.person_id as first_id, other.person_id as second_id, one.ended_at
  from pairing_member one join pairing_member other using (pairing_id)
  where one.person_id < other.person_id;
comment on view former_partner is 'Any two people who have been partners, in whichever round, those who still are among them.';
comment on column former_partner.ended_at is 'When the first of them left the pairing; null while they are in it.';
