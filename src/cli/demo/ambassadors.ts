/** What the ambassador of Egypt has done for the call so far. */
export const demoContacts = [
  {
    at: '2016-02-15T09:30:00Z',
    name: 'جمعية المكتبات والمعلومات',
    kind: 'association',
    standing: 'passed-on',
    contactedOn: '2016-02-15',
    notes: 'ينشرون كل أسبوعين، يوم الاثنين. يُفضَّل إرسال النص قبلها بيومين.',
  },
  {
    at: '2016-02-16T12:10:00Z',
    name: 'Delta University Library',
    kind: 'academic',
    standing: 'asked',
    contactedOn: '2016-02-16',
    notes: 'The reference desk forwards to all branches.',
  },
  {
    at: '2016-02-18T08:00:00Z',
    name: 'قائمة أمناء المكتبات المدرسية',
    kind: 'list',
    standing: 'passed-on',
    contactedOn: '2016-02-18',
    notes: '',
  },
  {
    at: '2016-02-18T08:05:00Z',
    name: 'Museum libraries of Luxor',
    kind: 'special',
    standing: 'planned',
    contactedOn: null,
    notes: '',
  },
] as const

export const demoNote =
  'امتحانات الجامعات في يناير ويونيو: لا رد من المكتبات الجامعية حينها. الرسائل القصيرة بالعربية تُنشر أسرع من الإنجليزية.'

/** How often the short address of Egypt was opened on each day. */
export const demoVisits = [
  { at: '2016-02-15T18:00:00Z', visits: 21 },
  { at: '2016-02-16T18:00:00Z', visits: 9 },
  { at: '2016-02-18T18:00:00Z', visits: 34 },
  { at: '2016-02-20T18:00:00Z', visits: 6 },
] as const

/** Someone who has not answered yet. */
export const demoInvitation = {
  at: '2016-02-19T07:40:00Z',
  country: 'BR',
  name: 'Joana Prado',
  email: 'joana.prado@example.com',
  locale: 'en',
  endsOn: '2017-02-28',
} as const
