-- What holds of each new post holds of those that were there.

alter table post validate constraint post_stage_known;
alter table post validate constraint post_part_known;
alter table post validate constraint post_fortnight_positive;
alter table post validate constraint post_fortnight_in_round;
alter table post validate constraint post_assignee_fkey;
alter table post validate constraint post_reviewer_fkey;
