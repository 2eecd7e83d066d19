import {
  acceptContribution,
  askForChanges,
  type NewContribution,
  sendContribution,
} from '../../features/contributions/index.ts'
import { type Actor, visitor } from '../../features/people/index.ts'
import type { App } from '../../platform/app.ts'
import type { Locale } from '../../platform/words.ts'
import { reprintPosts } from './reprints.ts'

type Offered = {
  at: string
  text: NewContribution & { language: Locale }
  /** What an editor decided about it, and said to its author. */
  decided?: { at: string; as: 'accepted' | 'asked'; word: string }
}

const none = { coauthors: [], pictureId: null, pictureAlt: '', pictureCaption: '', pictureAuthor: '' }

/** What guests offered for the blog: one that waits, one that its author changes, one that is edited. */
const offered: readonly Offered[] = [
  {
    at: '2016-01-28T10:20:00Z',
    text: {
      ...none,
      ...{ kind: 'article', title: 'Returning the quiet', language: 'en', answers: [] },
      ...{ name: 'Tendai Moyana', country: 'ZW', email: 'tendai.moyana@example.com' },
      about: 'Tendai works in a college library that used to be a church.',
      body: `For two years we tried to make our reading room lively. We moved the computers in, put sofas by the door and stopped asking people to lower their voices. Visits went up by a third, and we were pleased with ourselves.

Then a nursing student asked where she could read for her examination. She had tried the stairs. She shares one room at home with four others, and the stairs of our building were the quietest place she knew.

We had counted who came in. We had not counted who left.

So we gave one of the two rooms back. There is no telephone in it, no group work and no music. The first week it was almost empty; in the examination weeks there was a queue. In the other room, nothing has changed. I would do it again, and I would ask first.`,
    },
    decided: {
      at: '2016-02-03T18:45:00Z',
      as: 'accepted',
      word: 'I should like to publish this beside the topic on library spaces. I have shortened two sentences and touched nothing else; you will get the edited text to read before it appears.',
    },
  },
  {
    at: '2016-02-11T06:05:00Z',
    text: {
      ...none,
      ...{ kind: 'article', title: 'Un fichero en la cocina', language: 'es', answers: [] },
      ...{ name: 'Graciela Ibarra', country: 'UY', email: 'graciela.ibarra@example.com' },
      about: 'Graciela cuida la biblioteca de una cooperativa de vivienda.',
      body: `Nuestra biblioteca está en la cocina comunitaria. Hay ciento cuarenta familias, novecientos libros y un fichero de madera que alguien salvó de un liceo.

Las fichas las escriben los niños. Ponen el título, quién lo leyó y una frase. Hay una que dice solamente: «Llora el perro». Desde entonces todo el mundo quiere leerlo.`,
    },
    decided: {
      at: '2016-02-14T20:10:00Z',
      as: 'asked',
      word: 'Nos encantó el fichero. ¿Podría contar un poco más: cómo empezó y qué hacen cuando un libro no vuelve? Con dos párrafos más ya es un artículo.',
    },
  },
  {
    at: '2016-02-17T15:30:00Z',
    text: {
      ...none,
      ...{ kind: 'postcard', title: 'A postcard from Nepal', language: 'en', body: '' },
      ...{ name: 'Bikash Gurung', country: 'NP', email: 'bikash.gurung@example.com', about: '' },
      answers: [
        'In a school at 2,100 metres. From my desk I see the playground, the bus that comes twice a week, and on clear mornings a mountain whose name the children know and I keep forgetting.',
        'I open at seven, before lessons, because that is when the little ones arrive with those who walk them here. At ten there is a class in the library each day. In the afternoon I mend. We have one book of birds that I have mended nine times.',
        'Nobody may borrow in the monsoon. The paths are wet, and so is every bag. For three months the children read here, and the library is never as full.',
      ],
    },
  },
]

/** Guests send what they wrote, and the editor answers some of them; others ask to reprint what is out. */
export async function offerContributions(
  app: App,
  at: (instant: Date) => void,
  editor: Actor,
): Promise<void> {
  for (const { at: sentAt, text, decided } of offered) {
    at(new Date(sentAt))
    await sendContribution(app, visitor(text.language), text, {
      ...{ network: 'demonstration', locale: text.language, once: text.email },
      ...{ licence: 'cc-by-4.0', guidelines: `${text.language}/0` },
    })
    if (decided) await decide(app, at, editor, { email: text.email, decided })
  }
  await reprintPosts(app, at, editor)
}

type Decided = { email: string; decided: NonNullable<Offered['decided']> }

async function decide(
  app: App,
  at: (instant: Date) => void,
  editor: Actor,
  { email, decided }: Decided,
): Promise<void> {
  at(new Date(decided.at))
  const { id, revision } = await app.db
    .selectFrom('contribution')
    .where('email', '=', email)
    .select(['id', 'revision'])
    .executeTakeFirstOrThrow()
  const decision = { revision, word: decided.word }
  if (decided.as === 'asked') await askForChanges(app, editor, id, decision)
  else await acceptContribution(app, editor, id, { ...decision, place: { code: '2016A', fortnight: 3 } })
}
