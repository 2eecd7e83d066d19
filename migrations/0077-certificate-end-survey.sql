-- A certificate can ask for the survey at the end of the round as well.

alter table certificate_rule add column end_survey boolean not null default false;
comment on column certificate_rule.end_survey is 'Whether the survey at the end of the round must have been answered.';

alter table certificate add column end_survey boolean not null default false;
comment on column certificate.end_survey is 'Whether the rule asked for the survey at the end when it was earned.';
