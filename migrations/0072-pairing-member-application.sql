-- Outside a transaction

-- Whether somebody has a partner, or has met one, is asked of each application in a round of thousands. Without this, all
-- members were read for each wherever PostgreSQL had not counted them since they were introduced.
create index concurrently if not exists pairing_member_application on pairing_member (application_id);
