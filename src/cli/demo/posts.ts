import { type Actor, personIdByEmail } from '../../features/people/index.ts'
import {
  approvePost,
  noteOnPost,
  proposePost,
  saveText,
  submitPost,
  takePostBack,
} from '../../features/posts/index.ts'
import type { App } from '../../platform/app.ts'
import { demoPeople } from './people.ts'

type Text = {
  title: string
  summary: string
  body: string
  tags: string[]
  authors: string[]
  locale?: string
}
type Part = 'companion' | 'guest' | 'wrap-up' | null

/** A post of the demonstration, and how far it has come. */
type DemoPost = {
  title: string
  idea: string
  code: string
  fortnight: number | null
  part: Part
  dueOn: string | null
  /** Who writes it; nobody yet without one. */
  by?: 'editor' | 'director'
  proposedAt: string
  /** Its texts, one after the other. */
  texts?: { at: string; text: Text }[]
  /** What happened to it after that. */
  steps?: ('submit' | 'schedule' | 'publish' | 'withdraw')[]
  note?: string
}

const postcard: Text = {
  title: 'A postcard from a bus full of books',
  summary: 'Three villages a day, nine hundred books, one driver who has read them all.',
  tags: ['mobile libraries', 'postcards'],
  authors: ['Wanjiru Kimani'],
  body: `My library has four wheels and leaks when it rains from the west. On Mondays we drive to the tea factory, on Tuesdays to the two schools on the ridge, and on Wednesdays wherever the road lets us.

## What people ask for

Not what I was taught they would. The men at the factory want books on the law of land. The children want the same eleven picture books until they fall apart, and then they want them mended, by their own hands, at the table behind the driver.

## What I would like to know

Who else works in a library that moves? Tell me what you leave at home because it does not fit.`,
}

const shelf: Text = {
  title: 'What a reading room sounds like',
  summary: 'We recorded one hour in each of our five rooms. Nobody had expected the loudest one.',
  tags: ['library spaces', 'noise'],
  authors: ['Tomás Herrera'],
  body: `Last spring we put a small recorder on a table in each of our five reading rooms and went away for an hour.

The quiet room was not the quietest. The radiator knocks; people hold their breath and then cough all at once. The loudest was the room for newspapers, where old men argue under their breath about football.

Before you move a single shelf for the sake of silence, sit an hour in the room and listen.`,
}

const copies: Text = {
  title: 'Whose recipe is it? Copyright at a cooking evening',
  summary:
    'Twenty neighbours brought recipes to be copied. Then one of them asked whether we were allowed to.',
  tags: ['copyright', 'evenings'],
  authors: ['Maren Dahl', 'Tomás Herrera'],
  body: `A list of ingredients belongs to nobody. The story that a grandmother tells about it does, for as long as she lives and long after.

We learned this from a neighbour who works at a court, on the evening on which we had meant to talk about bread. Since then a sheet lies beside the copier: what you may copy, for whom, and whom to ask.`,
}

const webinar: Text = {
  title: 'Talk with us on 10 February',
  summary: 'An hour for questions about round 2016A, in English and Spanish.',
  tags: ['news'],
  authors: ['Tomás Herrera'],
  body: 'Bring your questions about round 2016A. We meet twice that day, so that nobody has to get up at night.',
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
]

/** Fills the desk of the content team by the actions that people use, each at its time. */
export async function fillPostDesk(app: App, at: (instant: Date) => void, now: Date): Promise<void> {
  const actors = { editor: await actorFor(app, 'editor'), director: await actorFor(app, 'director') }
  for (const post of demoPosts) await goThrough(app, post, actors, at)
  at(now)
}

type Actors = Record<'editor' | 'director', Actor>

async function goThrough(
  app: App,
  post: DemoPost,
  actors: Actors,
  at: (instant: Date) => void,
): Promise<void> {
  const { title, idea: summary, code, fortnight, part, dueOn, texts = [], note = '' } = post
  const writer = post.by ? actors[post.by] : null
  at(new Date(post.proposedAt))
  const plan = { title, summary, locale: 'en', code, fortnight, part, dueOn, assigneeId: writer?.id ?? null }
  const id = await proposePost(app, actors.director, plan)
  for (const [index, { at: instant, text }] of texts.entries()) {
    at(new Date(instant))
    const authors = text.authors.map((name) => ({ name }))
    const saved = { ...text, authors, locale: text.locale ?? 'en', questions: [], hashtag: '' }
    await saveText(app, writer ?? actors.editor, id, { base: index + 1, text: saved })
  }
  if (!writer) return
  const reader = writer === actors.editor ? actors.director : actors.editor
  if (note && !post.steps) await noteOnPost(app, writer, id, note)
  for (const step of post.steps ?? []) await doing[step](app, { id, writer, reader, note })
}

type Step = { id: string; writer: Actor; reader: Actor; note: string }

const doing: Record<NonNullable<DemoPost['steps']>[number], (app: App, step: Step) => Promise<void>> = {
  submit: (app, { id, writer, reader, note }) =>
    submitPost(app, writer, id, { reviewerId: reader.id, text: note }),
  schedule: (app, { id, reader }) => approvePost(app, reader, id, new Date('2016-03-07T09:00:00Z')),
  publish: (app, { id, reader }) => approvePost(app, reader, id, null),
  withdraw: (app, { id, reader, note }) => takePostBack(app, reader, id, note),
}

/** Somebody of the content team, as who asks. */
export async function actorFor(app: App, role: 'editor' | 'director'): Promise<Actor> {
  const person = demoPeople.find((one) => one.role === role)
  if (!person) throw new Error(`The demonstration has no ${role}.`)
  const { name, email, locale, zone } = person
  const id = await personIdByEmail(app.db, email)
  return { ...{ id, name, email, locale, zone }, roles: new Set(['editor']), countries: new Set() }
}
