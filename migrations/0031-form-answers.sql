-- What the form asks and no file ever held; and addresses that wait to be confirmed.

alter table application
  add column usual_times text[] not null default '{}',
  add column languages_to_write text[] not null default '{}',
  add column dear_wishes text[] not null default '{}',
  add column code_version text,
  add column unconfirmed_since timestamptz,
  add column awake_from int generated always as (
    60 * case
      when 'any' = any(usual_times) then 0
      when 'mornings' = any(usual_times) then 7
      when 'middays' = any(usual_times) then 12
      when 'evenings' = any(usual_times) then 17
    end) stored,
  add column awake_until int generated always as (
    60 * case
      when 'any' = any(usual_times) then 0
      when 'evenings' = any(usual_times) then 22
      when 'middays' = any(usual_times) then 17
      when 'mornings' = any(usual_times) then 12
    end) stored,
  add constraint application_usual_times_known
    check (usual_times <@ array['mornings', 'middays', 'evenings', 'weekends', 'any']),
  add constraint application_dear_wishes_known check (dear_wishes <@ array['sector', 'stage', 'interests']),
  add constraint application_code_version_given check (code_version <> ''),
  add constraint application_accepted_is_confirmed check (accepted_at is null or unconfirmed_since is null);
comment on column application.usual_times is 'When they usually write, by their own clock; empty when they were not asked.';
comment on column application.languages_to_write is 'Those of their languages in which they write, but would rather not talk.';
comment on column application.dear_wishes is 'Those of their wishes that matter a lot to them.';
comment on column application.code_version is 'Which version of the code of conduct they accepted on the form.';
comment on column application.unconfirmed_since is 'When it was sent by somebody who has not shown yet that the address is theirs; null when that is not open.';
comment on column application.awake_from is 'Where the stretch of their day that spans those times begins, in minutes after midnight.';
comment on column application.awake_until is 'Where it ends; the same as its beginning when it is the whole day.';
