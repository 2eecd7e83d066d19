-- What holds of each new author holds of those that were there.

alter table author validate constraint author_slug_form;
alter table author validate constraint author_country_spelled;
alter table author validate constraint author_merged_into_another;
alter table author validate constraint author_merged_into_fkey;
alter table author alter column slug set not null;
