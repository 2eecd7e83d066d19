-- People who come back say whom of their former partners they would gladly meet again.

create table again_wish (
  application_id uuid not null references application on delete cascade,
  partner_id uuid not null references person on delete cascade,
  constraint again_wish_pkey primary key (application_id, partner_id)
);
create index again_wish_partner on again_wish (partner_id);
comment on table again_wish is 'Former partners whom an applicant would gladly meet again. Only where both ask for it are they told, and may be paired.';
