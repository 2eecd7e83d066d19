import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { sendAllOnce, sendOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { type Actor, inCharge } from '../../people/index.ts'
import {
  askEmail,
  editorEmail,
  type Mailed,
  type Outcome,
  outcomeEmail,
  type ToldAuthor,
  type ToldEditor,
} from '../emails.ts'
import { answerKey } from '../policy.ts'
import { type AuthorAnswer, type Reprint, reprintById } from '../queries/reprints.ts'

const mailed = ({ id, publication, language, name, post }: Reprint): Mailed => ({
  ...{ id, publication, language, by: name, title: post.title, slug: post.slug },
})

/** Asks each author of whom an address is known and who has not answered; again, if they were asked before. */
export async function askThem(app: App, tx: Tx, actor: Actor, id: string): Promise<void> {
  const now = app.now()
  await tx
    .updateTable('reprint')
    .set({ passedAt: now, passedBy: actor.id })
    .where('id', '=', id)
    .where('passedAt', 'is', null)
    .execute()
  const reprint = await reprintById(tx, id)
  const answers = reprint.answers.filter((one) => one.answer === null && one.email !== null)
  if (answers.length === 0) return
  await writeTo(app, tx, { told: 'ask', reprint, answers })
  const ids = answers.map((one) => one.id)
  await tx.updateTable('reprintAnswer').set({ askedAt: now }).where('id', 'in', ids).execute()
}

/** Asks an author once more who has not answered. */
export async function remindAuthor(app: App, tx: Tx, id: string, answerId: string): Promise<void> {
  const reprint = await reprintById(tx, id)
  const answers = reprint.answers.filter((one) => one.id === answerId)
  await writeTo(app, tx, { told: 'reminder', reprint, answers })
}

type Asking = { told: ToldAuthor; reprint: Reprint; answers: readonly AuthorAnswer[] }

async function writeTo(app: App, tx: Tx, { told, reprint, answers }: Asking): Promise<void> {
  const about = { reprint: mailed(reprint), message: reprint.message, network: await networkIn(app, tx) }
  const again = told === 'ask' ? `:${app.now().toISOString()}` : ''
  const mails = answers.flatMap(({ id, email, ...to }) => {
    if (email === null) return []
    const asked = askEmail(told, { ...to, email }, { ...about, key: answerKey(app, id) })
    return [{ key: `reprint:${told}:${id}${again}`, email: asked }]
  })
  await sendAllOnce(app, tx, mails)
}

/** Tells whoever asked what came of it so far, and that an author is silent only once; nobody where no address is known. */
export async function tellAsker(
  app: App,
  tx: Tx,
  id: string,
  { told, word }: { told: Outcome; word: string },
): Promise<void> {
  const reprint = await reprintById(tx, id)
  const { name, email, locale } = reprint
  if (email === null) return
  await sendOnce(
    app,
    tx,
    `reprint:${told}:${id}${told === 'silent' ? '' : `:${app.now().toISOString()}`}`,
    outcomeEmail(
      told,
      { name, email, locale, personId: null },
      { network: await networkIn(app, tx), reprint: mailed(reprint), word },
    ),
  )
}

/** Tells all editors of a reprint. */
export async function tellEditors(app: App, tx: Tx, id: string, told: ToldEditor): Promise<void> {
  const reprint = mailed(await reprintById(tx, id))
  const network = await networkIn(app, tx)
  const { people } = await inCharge(tx, 'editor', app.now())
  const mails = people.map((to) => ({
    key: `reprint:${told}:${id}:${app.now().toISOString()}:${to.id}`,
    email: editorEmail(told, to, { network, reprint }),
  }))
  await sendAllOnce(app, tx, mails)
}
