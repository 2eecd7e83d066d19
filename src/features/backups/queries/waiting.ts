/** Jobs that wait; those under way are begun anew by what is due, and what a clock starts comes of itself. */
export const waitingJobs = `
  select name as queue, data as payload from pgboss.job
   where state in ('created', 'retry') and data is not null and name not like '\\_\\_%'
   order by created_on, id`
