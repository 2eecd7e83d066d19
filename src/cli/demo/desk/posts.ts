import { call, copies, kettle, postcard, seeds, shelf, type Text, webinar } from './texts.ts'

type Part = 'companion' | 'guest' | 'wrap-up' | null

/** A post of the demonstration, and how far it has come. */
export type DemoPost = {
  title: string
  idea: string
  code: string
  fortnight: number | null
  part: Part
  locale?: string
  dueOn: string | null
  /** Who writes it; nobody yet without one. */
  by?: 'editor' | 'director'
  proposedAt: string
  /** Its texts, one after the other. */
  texts?: { at: string; text: Text }[]
  /** What happened to it after that. */
  steps?: ('submit' | 'give-back' | 'schedule' | 'publish' | 'withdraw')[]
  note?: string
  /** Why it was given back. */
  back?: string
}

/** A topic of 2016A that somebody has begun. */
export type DemoTopic = {
  number: number
  by: 'editor' | 'director'
  at: string
  dueOn: string
  title: string
  summary: string
  hashtag: string
  tags: string[]
  questions: string[]
  lead: string
}

/** Work in every stage, all of it invented. */
export const demoPosts: DemoPost[] = [
  {
    ...{ title: 'Libraries after a flood', code: '2016A', fortnight: 4, part: 'companion', dueOn: null },
    idea: 'Two participants of 2015B dried eleven thousand books. Ask them how they began.',
    proposedAt: '2016-02-12T15:00:00Z',
  },
  {
    ...{
      title: 'What did you let go this year?',
      code: '2016A',
      fortnight: 3,
      part: 'wrap-up',
      dueOn: '2016-04-08',
    },
    idea: 'Gather the best answers of the fortnight, with the names of those who agree.',
    by: 'director',
    proposedAt: '2016-02-15T09:30:00Z',
  },
  {
    ...{
      title: shelf.title,
      code: '2016A',
      fortnight: 2,
      part: 'companion',
      dueOn: '2016-02-19',
      by: 'editor',
    },
    idea: 'To go with the topic on library spaces.',
    proposedAt: '2016-02-08T16:00:00Z',
    texts: [
      { at: '2016-02-16T20:10:00Z', text: { ...shelf, body: shelf.body.split('\n\n')[0] ?? '' } },
      {
        at: '2016-02-18T21:40:00Z',
        text: { ...shelf, summary: 'We recorded one hour in each of our five rooms.' },
      },
    ],
    note: 'A drawing of the five rooms would say more than my second paragraph.',
  },
  {
    ...{
      title: copies.title,
      code: '2016A',
      fortnight: null,
      part: 'companion',
      dueOn: '2016-02-24',
      by: 'director',
    },
    idea: 'A lighter companion for the topic on copyright.',
    proposedAt: '2016-02-09T11:00:00Z',
    texts: [
      { at: '2016-02-17T10:15:00Z', text: { ...copies, summary: '' } },
      { at: '2016-02-20T12:05:00Z', text: copies },
    ],
    steps: ['submit'],
    note: 'Is the part about the court right for readers in other countries?',
  },
  {
    ...{
      title: postcard.title,
      code: '2016A',
      fortnight: 1,
      part: 'guest',
      dueOn: '2016-02-18',
      by: 'editor',
    },
    idea: 'Wanjiru offered a postcard in December. Ask for three paragraphs.',
    proposedAt: '2016-01-20T14:00:00Z',
    texts: [{ at: '2016-02-14T19:00:00Z', text: postcard }],
    steps: ['submit', 'schedule'],
    note: 'She has agreed to the text as it stands.',
  },
  {
    ...{ title: webinar.title, code: '2016A', fortnight: null, part: null, dueOn: null, by: 'editor' },
    idea: 'News.',
    proposedAt: '2016-01-25T13:00:00Z',
    texts: [{ at: '2016-01-28T17:00:00Z', text: webinar }],
    steps: ['publish', 'withdraw'],
    note: 'The talk was moved to March; a new post will say when.',
  },
  {
    ...{ title: 'Let a caretaker write', code: '2016A', fortnight: 2, part: 'guest', dueOn: null },
    idea: 'Every second letter about rooms mentions the caretaker. Nobody has ever asked one for a text.',
    proposedAt: '2016-02-19T19:40:00Z',
  },
  {
    ...{ title: seeds.title, code: '2016A', fortnight: 3, part: 'guest', dueOn: '2016-02-25', by: 'editor' },
    idea: 'Odalys told us about this in her evaluation. It would suit the topic on letting go.',
    proposedAt: '2016-01-29T12:00:00Z',
    texts: [{ at: '2016-02-17T22:30:00Z', text: seeds }],
    steps: ['submit', 'give-back'],
    note: 'I have shortened it by half. She has seen this and likes it.',
    back: 'Lovely. Two things: “everybody” in the last paragraph, how many is that? And please ask her if we may say where it is.',
  },
  {
    ...{
      title: kettle.title,
      code: '2016A',
      fortnight: 1,
      part: 'companion',
      dueOn: '2016-02-22',
      by: 'editor',
    },
    idea: 'For those who look at the map on the first day and despair.',
    proposedAt: '2016-02-10T18:00:00Z',
    texts: [{ at: '2016-02-20T16:20:00Z', text: kettle }],
    steps: ['submit'],
    note: 'To be out in the first week, if you can read it before Friday.',
  },
  {
    ...{
      title: 'Una postal desde un bus lleno de libros',
      code: '2016A',
      fortnight: 1,
      part: 'guest',
      dueOn: '2016-03-04',
    },
    ...{ by: 'editor', locale: 'es' },
    idea: 'La postal de Wanjiru, en español. Pidió leerla con una amiga antes de que salga.',
    proposedAt: '2016-02-19T20:05:00Z',
  },
  {
    ...{ title: call.title, code: '2016B', fortnight: null, part: null, dueOn: '2016-02-14', by: 'director' },
    idea: 'News.',
    proposedAt: '2016-02-11T09:00:00Z',
    texts: [{ at: '2016-02-14T21:10:00Z', text: call }],
    steps: ['publish'],
  },
]

/** Topics that are begun: nobody has written them to the end. */
export const demoTopics: DemoTopic[] = [
  {
    ...{ number: 2, by: 'editor', at: '2016-02-13T17:00:00Z', dueOn: '2016-02-26' },
    ...{
      title: 'Rooms to read, rooms to talk',
      hashtag: '#ourlibraryspaces',
      tags: ['library spaces', 'noise'],
    },
    summary:
      'A library is a room before it is anything else. Show each other yours, and talk about what happens in it that nobody planned.',
    questions: ['Which place in your library fills up first, and which one stays empty?'],
    lead: 'Every library has a plan on paper and another one in use.',
  },
  {
    ...{ number: 3, by: 'director', at: '2016-02-16T08:30:00Z', dueOn: '2016-03-11' },
    ...{ title: 'What we let go', hashtag: '#weeding', tags: ['weeding', 'collections'] },
    ...{ summary: 'A collection is made by what comes in and by what goes out.', questions: [], lead: '' },
  },
]
