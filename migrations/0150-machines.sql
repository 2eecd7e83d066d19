-- Which machines may read the blog is said in one place, and search engines can be told of what is new.

alter table network
  add column crawlers text[] not null default '{search,archive,answering}',
  add column index_now_key text,
  add constraint network_crawlers_known check (crawlers <@ array['search', 'archive', 'answering', 'training']) not valid,
  add constraint network_index_now_key_form check (index_now_key ~ '^[0-9a-f]{32}$') not valid;
comment on column network.crawlers is 'Kinds of machines that may read what is public: search, archive, answering, training. robots.txt is made of it.';
comment on column network.index_now_key is 'By which search engines know that IndexNow messages are ours; public, served as a file of its name. Null: they are not told.';

create table search_ping (
  post_id uuid primary key references post on delete cascade,
  at timestamptz,
  tries int not null default 0,
  next_at timestamptz
);
comment on table search_ping is 'That search engines were told of a post by IndexNow since it changed last, or when they are told again.';
comment on column search_ping.at is 'The time of the change that they were told of; null while they have taken none.';
comment on column search_ping.tries is 'How often they did not take it since.';
comment on column search_ping.next_at is 'When it is tried again; null after it was taken.';
