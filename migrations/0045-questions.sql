-- What a round asks its applicants beyond what every round asks.

create table own_question (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references round,
  lineage_id uuid not null,
  position int not null,
  kind text not null,
  is_required boolean not null,
  is_shown boolean not null,
  prefers text,
  weight int not null default 15,
  words jsonb not null,
  constraint own_question_kind_known check (kind in ('line', 'text', 'one', 'several', 'scale')),
  constraint own_question_prefers_known check (prefers in ('alike', 'different')),
  constraint own_question_counts_choices check (prefers is null or kind in ('one', 'several', 'scale')),
  constraint own_question_weight_in_range check (weight between 1 and 100),
  constraint own_question_said check (words <> '{}'),
  constraint own_question_carried_over_once unique (round_id, lineage_id)
);
comment on table own_question is 'A question that a round asks beyond those of every round. Once it was answered, its wording alone changes.';
comment on column own_question.lineage_id is 'The same for a question and its copies in later rounds: people who come back find their answer there.';
comment on column own_question.position is 'In which order questions are asked; one that an option shows stands beneath that option.';
comment on column own_question.is_shown is 'Whether the partner reads the answer.';
comment on column own_question.prefers is 'What the matching prefers of two answers; null where it counts for nothing.';
comment on column own_question.weight is 'How much it counts, on the scale of what is good for a pair without anyone asking for it.';
comment on column own_question.words is 'By language: the question (label), and why it is asked (hint).';

create table own_option (
  id uuid primary key default gen_random_uuid(),
  question_id uuid not null references own_question on delete cascade,
  lineage_id uuid not null,
  position int not null,
  words jsonb not null,
  constraint own_option_of_question unique (question_id, id),
  constraint own_option_carried_over_once unique (question_id, lineage_id)
);
comment on table own_option is 'What one can choose as an answer to a question; of a scale, its steps from the lowest.';
comment on column own_option.lineage_id is 'The same for an option and its copies in later rounds.';
comment on column own_option.words is 'By language; of a scale, the ends alone have words.';

create table own_condition (
  question_id uuid primary key references own_question on delete cascade,
  option_id uuid not null references own_option
);
create index own_condition_option on own_condition (option_id);
comment on table own_condition is 'Questions that are asked only of those who chose an option of another.';

create table own_answer (
  application_id uuid not null references application on delete cascade,
  question_id uuid not null references own_question,
  option_id uuid,
  said text,
  constraint own_answer_once unique nulls not distinct (application_id, question_id, option_id),
  constraint own_answer_chosen_or_said check (num_nonnulls(option_id, said) = 1 and said <> ''),
  constraint own_answer_of_question foreign key (question_id, option_id) references own_option (question_id, id)
);
create index own_answer_question on own_answer (question_id, option_id);
comment on table own_answer is 'What an application answers to the questions of its round: a row for each option that was chosen, or one with what was said.';

create view answered_question as select distinct question_id from own_answer;
comment on view answered_question is 'Questions that somebody has answered: neither they nor what could be chosen change any more.';

alter table draft_page drop constraint draft_page_known;
alter table draft_page
  add constraint draft_page_known check (page in ('you', 'work', 'talking', 'partner', 'more')) not valid;
