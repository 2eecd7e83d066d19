-- A round needs no title of its own: it is called by its code, in the language of whoever reads.
alter table round drop constraint round_title_not_empty;
alter table round alter column title set default '';
update round set title = '' where title = 'Round ' || code;
comment on column round.title is 'What the network calls it, as it was typed; empty where it is called by its code, in each reader''s language.';
