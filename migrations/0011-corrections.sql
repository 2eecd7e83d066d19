-- A row that was corrected in the sheet and came again says so.

alter table import_row add column correction jsonb;
create index import_row_correction on import_row (application_id) where correction is not null;
comment on column import_row.correction is 'Of a row that came before: the answers in which it differs from then, as they are read now. Offered in the desk until somebody has decided.';
