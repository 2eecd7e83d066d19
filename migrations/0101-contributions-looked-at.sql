-- What holds of each new revision of a page holds of those that were there.

alter table page_revision validate constraint page_revision_known;
