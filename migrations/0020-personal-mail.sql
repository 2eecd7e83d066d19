-- Mails to one person alone are found at once, however many of a campaign are due before them.

set local lock_timeout = '5s';
create index outbox_due_personal on outbox (due_at)
  where list is null and campaign_id is null and state in ('queued', 'deferred', 'sending');
