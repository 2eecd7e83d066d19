-- A post says for itself what leads it and what readers may talk over, and it can be withdrawn.

alter table post
  add column number int,
  add column hashtag text not null default '',
  add column questions text[] not null default '{}',
  add column withdrawn_at timestamptz,
  add constraint post_number_positive check (number > 0),
  add constraint post_number_in_round check (number is null or round_id is not null),
  add constraint post_number_once unique (round_id, number),
  add constraint post_withdrawn_was_public check (coalesce(withdrawn_at >= publish_at, withdrawn_at is null));
comment on column post.number is 'Its place among the posts of its round, printed above the title; null for a post that has none.';
comment on column post.hashtag is 'With its sign, for readers who talk about it elsewhere; empty for none.';
comment on column post.questions is 'For readers to talk over, printed after the text.';
comment on column post.withdrawn_at is 'Since when it is no longer public; its address is kept and says so.';

update post
set number = topic.number, hashtag = topic.hashtag, questions = topic.questions
from topic where topic.post_id = post.id;

comment on column topic.questions is 'Moved to post; dropped when no running version writes it any more.';
comment on column topic.hashtag is 'Moved to post; dropped when no running version writes it any more.';
