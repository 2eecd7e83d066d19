import type { Actor } from '../../features/people/index.ts'
import {
  askForLeave,
  enterReprint,
  recordAnswer,
  reprintById,
  sayAppeared,
} from '../../features/reprints/index.ts'
import type { App } from '../../platform/app.ts'

const appeared = [
  {
    ...{ title: 'One person, one library', enteredAt: '2015-11-20T09:00:00Z', on: '2015-12-15' },
    wish: {
      ...{ publication: 'Boletín de Bibliotecas Populares', language: 'es' },
      ...{ name: 'Inés Prado', email: 'ines.prado@example.com' },
      message: 'Lo leen dos mil bibliotecas de barrio. Queremos traducirlo entero.',
    },
  },
]

/** A newsletter reprinted a post of the round before, and a reader asks for another. */
export async function reprintPosts(app: App, at: (instant: Date) => void, editor: Actor): Promise<void> {
  for (const { title, enteredAt, on, wish } of appeared) {
    at(new Date(enteredAt))
    const id = await enterReprint(app, editor, { ...wish, post: await slugOf(app, title) })
    for (const { id: author } of (await reprintById(app.db, id)).answers)
      await recordAnswer(app, editor, id, { author, answer: 'yes', word: 'On the telephone.' })
    await sayAppeared(app, editor, id, { on, url: null })
  }
  at(new Date('2016-02-15T16:40:00Z'))
  await askForLeave(
    app,
    {
      post: await slugOf(app, 'Who was missing'),
      ...{ publication: 'Library Life', language: 'en', name: 'Hannah Cole' },
      ...{ email: 'hannah.cole@example.com', message: 'For our autumn number, shortened by a third.' },
    },
    { network: 'demonstration', locale: 'en' },
  )
}

const slugOf = async (app: App, title: string): Promise<string> =>
  (await app.db.selectFrom('post').where('title', '=', title).select('slug').executeTakeFirstOrThrow()).slug
