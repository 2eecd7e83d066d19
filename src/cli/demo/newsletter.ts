import {
  addPosts,
  beginIssue,
  decideIssue,
  issueById,
  offeredPosts,
  saveIssueText,
  sendDueIssues,
  subscribe,
  tellOfNews,
} from '../../features/newsletters/index.ts'
import type { Actor } from '../../features/people/index.ts'
import type { App } from '../../platform/app.ts'

/** Readers of the newsletter, each with the day on which they subscribed. */
const readers = [
  ['2015-09-10T07:40:00Z', 'l.marchetti@example.com', 'en', 'fortnight'],
  ['2015-09-28T16:05:00Z', 'rosario.quispe@example.com', 'es', 'month'],
  ['2015-10-06T12:12:00Z', 'hanan.saleh@example.com', 'ar', 'fortnight'],
  ['2015-10-19T19:30:00Z', 'd.whitcombe@example.com', 'en', 'each'],
  ['2015-11-03T08:15:00Z', 'biblioteca.tarija@example.com', 'es', 'fortnight'],
  ['2015-11-17T10:50:00Z', 'k.lindholm@example.com', 'en', 'month'],
  ['2015-11-25T21:22:00Z', 'salma.benyoussef@example.com', 'ar', 'each'],
  ['2015-12-02T06:55:00Z', 'a.nakamura@example.com', 'en', 'fortnight'],
  ['2015-12-14T14:41:00Z', 'ines.caldeira@example.com', 'es', 'each'],
  ['2016-01-22T09:09:00Z', 'p.achterberg@example.com', 'en', 'fortnight'],
] as const

type Text = { locale: string; subject: string; preview: string; welcome: string }

/** The issue that ended the year 2015. */
const sent: Text[] = [
  {
    locale: 'en',
    subject: 'What we read to each other in 2015',
    preview: 'Three posts to begin the year with, and a word of thanks',
    welcome: `A year of letters between librarians lies behind us. Some of them became posts, and these are the ones that readers wrote to us about most.

If you know somebody who works alone in a library, **pass this on**. It is for them, above all.

The next round begins at the end of February. [See what it is](/how-it-works), and whether it might be for you.`,
  },
  {
    locale: 'es',
    subject: 'Lo que nos leímos en 2015',
    preview: 'Tres artículos para empezar el año, y unas gracias',
    welcome: `Queda atrás un año de cartas entre colegas de bibliotecas. Algunas se volvieron artículos, y estos son los que más respuestas recibieron.

Si conoce a alguien que trabaja a solas en una biblioteca, **compártalo**: es, sobre todo, para esas personas.

La próxima ronda empieza a fines de febrero. [Vea en qué consiste](/how-it-works).`,
  },
  {
    locale: 'ar',
    subject: 'ما قرأناه معًا في 2015',
    preview: 'ثلاث مقالات لبداية العام، وكلمة شكر',
    welcome: `مضى عام من الرسائل بين أمناء المكتبات. صار بعضها مقالات، وهذه أكثرها أثرًا في القراء.

إن عرفتم من يعمل وحيدًا في مكتبة فيُرجى **مشاركتها معه**، فهي له قبل غيره.

تبدأ الدورة القادمة في نهاية فبراير. [للاطلاع على التفاصيل](/how-it-works).`,
  },
]

/** One that an editor has begun. */
const begun: Text[] = [
  {
    locale: 'en',
    subject: 'A new round begins on Monday',
    preview: '',
    welcome:
      'On Monday 29 February more than a thousand librarians meet a colleague in another country. These posts tell how it went for those before them.',
  },
]

/** Readers of the newsletter, an issue that was sent to them, and one in preparation. */
export async function writeNewsletter(
  app: App,
  at: (instant: Date) => void,
  { editor, until }: { editor: Actor; until: Date },
): Promise<void> {
  const sentAt = '2016-01-04T07:00:00Z'
  for (const reader of readers.filter(([day]) => day < sentAt)) await join(app, at, reader)
  at(new Date(sentAt))
  await tellOfNews(app)
  const first = await compose(app, editor, sent)
  const { revision } = await issueById(app.db, editor, first, app.now())
  await decideIssue(app, editor, first, { sendAt: null, revision })
  await sendDueIssues(app)
  for (const reader of readers.filter(([day]) => day >= sentAt)) await join(app, at, reader)
  at(until)
  await tellOfNews(app)
  await compose(app, editor, begun)
}

async function join(
  app: App,
  at: (instant: Date) => void,
  [day, email, locale, rhythm]: (typeof readers)[number],
): Promise<void> {
  at(new Date(day))
  await subscribe(app, { email, locale, rhythm, network: 'demonstration', own: email })
}

/** An issue of the three posts that came out last. */
async function compose(app: App, editor: Actor, texts: readonly Text[]): Promise<string> {
  const id = await beginIssue(app, editor)
  const posts = (await offeredPosts(app.db, id)).filter(({ publishAt }) => publishAt <= app.now()).slice(0, 3)
  await addPosts(
    app,
    editor,
    id,
    posts.map((post) => post.id),
  )
  for (const text of texts) {
    const { revision } = await issueById(app.db, editor, id, app.now())
    await saveIssueText(app, editor, id, { ...text, revision })
  }
  return id
}
