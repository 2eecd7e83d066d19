-- We speak French, Portuguese and Chinese as well. A network that there is goes on offering what it offered.

insert into network (locales)
select '{en,es,ar}' where exists (select from person) and not exists (select from network);

alter table network alter column locales set default '{en,es,fr,pt,ar,zh}';
