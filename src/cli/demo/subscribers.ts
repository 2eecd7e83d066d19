/** Readers who asked, while nobody could apply, to be told of the next call. */
export const demoSubscribers = [
  { at: '2015-09-14T08:20:00Z', email: 'j.lindqvist@example.com', locale: 'en' },
  { at: '2015-10-02T17:45:00Z', email: 'carmen.ibarra@example.com', locale: 'es' },
  { at: '2015-10-21T11:05:00Z', email: 'biblioteca.popayan@example.com', locale: 'es' },
  { at: '2015-11-09T06:30:00Z', email: 'nour.elsayed@example.com', locale: 'ar' },
  { at: '2015-11-30T13:12:00Z', email: 't.okoro@example.com', locale: 'en' },
  { at: '2015-12-18T09:58:00Z', email: 'mei.tan@example.com', locale: 'en' },
  // Has applied since.
  { at: '2015-12-19T20:00:00Z', email: 'mateo.rivas@example.com', locale: 'es' },
] as const
