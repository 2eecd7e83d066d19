-- Matching those without a partner while a round runs is called a rematch, in the database too.

alter table scenario drop constraint scenario_pool_known;
update scenario set pool = 'rematch' where pool = 'again';
alter table scenario add constraint scenario_pool_known check (pool in ('round', 'rematch'));
comment on column scenario.pool is 'Whom it matches: everyone of the round, or, while it runs, only those who have no partner (rematch).';
