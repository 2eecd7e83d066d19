-- A check-in is answered by replying to its email.

set local lock_timeout = '5s';

alter table outbox add column replies_come_here boolean not null default false;
comment on column outbox.replies_come_here is 'Answers go to an address of its own by which we know what they answer, where such addresses lead to us.';

-- Each takes more than the one it replaces, so rows that are there need no look.
alter table check_in_answer drop constraint check_in_answer_known;
alter table check_in_answer drop constraint check_in_answer_way_known;
alter table check_in_answer drop constraint check_in_answer_words_ask_for_help;
alter table check_in_answer
  add constraint check_in_answer_known check (answer in ('yes', 'not-yet', 'help', 'words')) not valid,
  add constraint check_in_answer_way_known check (way in ('link', 'page', 'reply')) not valid,
  add constraint check_in_answer_words_are_read check (words = '' or answer in ('help', 'words')) not valid,
  add constraint check_in_answer_words_say_something check (answer <> 'words' or words <> '') not valid;
comment on column check_in_answer.words is 'One sentence on what would help, or what somebody replied that was none of the three answers; for coordinators alone.';
comment on column check_in_answer.way is 'By the link in an email, signed in on their own page, or by a reply to the email.';
