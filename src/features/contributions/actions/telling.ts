import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { sendAllOnce, sendOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { type Actor, inCharge } from '../../people/index.ts'
import { contributionEmail, type Editor, editorEmail, type ToldAuthor, type ToldEditor } from '../emails.ts'
import { type Contribution, contributionById } from '../queries/contributions.ts'
import { ruleOf } from '../queries/rule.ts'
import { newKey } from './keys.ts'

/** Tells its author what became of a contribution, in their language; nobody where the address was forgotten. */
export async function tellAuthor(
  app: App,
  tx: Tx,
  id: string,
  { told, word = '' }: { told: ToldAuthor; word?: string },
): Promise<void> {
  const contribution = await contributionById(tx, id)
  const { email } = contribution
  if (email === null) return
  const telling = {
    ...{ network: await networkIn(app, tx), secret: await newKey(app, tx, id) },
    ...{ word, answerDays: (await ruleOf(tx)).answerDays },
  }
  const key = `contribution:${told}:${id}:${app.now().toISOString()}`
  await sendOnce(app, tx, key, contributionEmail(told, { ...contribution, email }, telling))
}

type News = { told: ToldEditor; contribution: Contribution; word?: string; by?: string }

/** Tells the editor who looks after a contribution, or all of them while nobody does; never the one who did it. */
export async function tellEditors(app: App, tx: Tx, actor: Pick<Actor, 'id'> | null, news: News) {
  const { told, contribution, word = '', by = '' } = news
  const { id, title, name, owner } = contribution
  const people = await editorsFor(app, tx, owner?.id ?? null)
  const about = { network: await networkIn(app, tx), id, title, name, word, by }
  const mails = people
    .filter((one) => one.id !== actor?.id)
    .map((to) => ({
      key: `contribution:${told}:${id}:${app.now().toISOString()}:${to.id}`,
      email: editorEmail(told, to, about),
    }))
  await sendAllOnce(app, tx, mails)
}

async function editorsFor(app: App, tx: Tx, ownerId: string | null): Promise<Editor[]> {
  const owner =
    ownerId &&
    (await tx
      .selectFrom('person')
      .where('id', '=', ownerId)
      .where('disabledAt', 'is', null)
      .select(['id', 'name', 'givenName', 'email', 'locale'])
      .executeTakeFirst())
  return owner ? [owner] : (await inCharge(tx, 'editor', app.now())).people
}
