import type { UsualPage, Values } from '../../features/calls/index.ts'

/** Someone who applies to the next round, by their own account or without one; some have begun and not sent. */
export type DemoApplicant = {
  at: string
  hasAccount: boolean
  isSent: boolean
  pages: Partial<Record<UsualPage, Values>>
  /** To what the round asks of its own, by its place: the place of an option, or what they said. */
  own?: (number | string)[]
}

type Short = {
  at: string
  name: string
  email: string
  country: string
  zone?: string
  work: [workplace: string, jobTitle: string, sector: string, stage: string]
  interests: string[]
  languages: [code: string, comfort: 'talk' | 'write'][]
  times: string[]
  about: string
  wishes: [sector: string, stage: string, interests: string]
  hasAccount?: boolean
  own: (number | string)[]
}

const short: Short[] = [
  {
    ...{
      at: '2016-02-15T09:10:00Z',
      name: 'Adaeze Okonkwo',
      email: 'adaeze.okonkwo@example.com',
      country: 'NG',
    },
    work: ['Surulere Branch Library', 'Children’s librarian', 'public', 'early'],
    interests: ['children-young-people', 'reading-literature', 'community-engagement'],
    ...{
      languages: [
        ['en', 'talk'],
        ['ig', 'talk'],
      ],
      times: ['mornings', 'weekends'],
    },
    about:
      'Two hundred children come to our story hour on Saturdays. I would like to hear how others find books in small languages.',
    ...{ wishes: ['like', 'later', 'like'], hasAccount: true },
    own: [0, 'A shelf of books that the children wrote themselves.'],
  },
  {
    ...{
      at: '2016-02-15T14:42:00Z',
      name: 'Mateo Rivas',
      email: 'mateo.rivas@example.com',
      country: 'CL',
      zone: 'America/Santiago',
    },
    work: ['Universidad de los Lagos', 'Reference librarian', 'academic', 'mid'],
    interests: ['information-literacy', 'scholarly-communication'],
    ...{
      languages: [
        ['es', 'talk'],
        ['en', 'write'],
      ],
      times: ['evenings'],
    },
    about: 'I teach first-year students to search. I read English well and speak it slowly.',
    ...{ wishes: ['any', 'any', 'like'], hasAccount: true },
    own: [1, ''],
  },
  {
    ...{ at: '2016-02-16T07:25:00Z', name: 'Priya Raman', email: 'priya.raman@example.com', country: 'IN' },
    work: ['Chennai Law Library', 'Librarian', 'special', 'mid'],
    interests: ['law-government', 'research-support', 'technology-makerspaces'],
    ...{
      languages: [
        ['en', 'talk'],
        ['ta', 'talk'],
      ],
      times: ['mornings', 'middays'],
    },
    about: 'One of three people in a law library that moves to another building this year.',
    ...{ wishes: ['different', 'any', 'like'], hasAccount: true },
    own: [2, 'Lending out seeds.'],
  },
  {
    ...{ at: '2016-02-17T19:03:00Z', name: 'Tuva', email: 'tuva@example.com', country: 'NO' },
    work: ['Tromsø bibliotek', '', 'public', 'late'],
    interests: ['spaces-buildings', 'diverse-communities'],
    ...{
      languages: [
        ['no', 'talk'],
        ['en', 'talk'],
      ],
      times: ['any'],
    },
    about: 'We are open until midnight in the dark months. I write when the house is quiet.',
    ...{ wishes: ['like', 'earlier', 'any'], hasAccount: true },
    own: [0, 'Opening without staff in the evening.'],
  },
  {
    ...{
      at: '2016-02-19T10:51:00Z',
      name: 'Youssef Haddad',
      email: 'youssef.haddad@example.com',
      country: 'TN',
    },
    work: ['Archives nationales', 'Archiviste', 'archive', 'early'],
    interests: ['preservation-heritage', 'digital-libraries'],
    ...{
      languages: [
        ['ar', 'talk'],
        ['fr', 'talk'],
        ['en', 'write'],
      ],
      times: ['evenings', 'weekends'],
    },
    about: 'I digitise letters of the nineteenth century, and would like to see how others describe theirs.',
    wishes: ['like', 'any', 'like'],
    own: [1, 'A room for recording family stories.'],
  },
  {
    ...{ at: '2016-02-20T08:34:00Z', name: 'Hana Suzuki', email: 'hana.suzuki@example.com', country: 'JP' },
    work: ['Mie Prefectural Library', 'Systems librarian', 'public', 'mid'],
    interests: ['technology-makerspaces', 'user-experience'],
    ...{
      languages: [
        ['ja', 'talk'],
        ['en', 'write'],
      ],
      times: ['evenings'],
    },
    about: 'I keep our catalogue running, and would like to see how others make theirs easy for children.',
    ...{ wishes: ['any', 'any', 'like'], hasAccount: true },
    own: [1, 'A room for recording family stories.'],
  },
]

const pagesOf = (one: Short): Record<UsualPage, Values> => ({
  you: { name: one.name, email: one.email, country: one.country },
  work: {
    ...{ workplace: one.work[0], jobTitle: one.work[1], sector: one.work[2], stage: one.work[3] },
    interests: one.interests,
  },
  talking: {
    ...Object.fromEntries(
      one.languages.flatMap(([code, comfort], at) => [
        [`language${at + 1}`, code],
        [`comfort${at + 1}`, comfort],
      ]),
    ),
    ...{ zone: one.zone ?? '', times: one.times, sharesEmail: 'yes' },
  },
  partner: {
    ...{
      about: one.about,
      wishSector: one.wishes[0],
      wishStage: one.wishes[1],
      wishInterests: one.wishes[2],
    },
    ...{ dear: ['interests'], wishNote: '', takesTwo: ['yes'] },
  },
})

/** In the order in which they come to the form. */
export const demoApplicants: DemoApplicant[] = [
  ...short.map((one) => ({
    ...{ at: one.at, hasAccount: one.hasAccount ?? false, isSent: true },
    ...{ pages: pagesOf(one), own: one.own },
  })),
  {
    ...{ at: '2016-02-20T21:17:00Z', hasAccount: true, isSent: false },
    pages: {
      you: { name: 'Ngozi Eze', email: 'member@ilnetwork.example', country: 'NG' },
      work: {
        workplace: 'Yaba College of Technology',
        jobTitle: 'Cataloguer',
        sector: 'academic',
        stage: 'mid',
      },
    },
  },
]
