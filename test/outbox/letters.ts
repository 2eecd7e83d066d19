import { randomUUID } from 'node:crypto'
import type { App } from '../../src/platform/app.ts'
import { type Email, openCampaign, sendAllOnce, sendOnce } from '../../src/platform/mail/index.ts'

/** A mail to someone. What a test does not care about is filled in. */
export const aMail = (wish: Partial<Email> = {}): Email => ({
  kind: 'sign-in',
  to: 'ada@library.example',
  toName: 'Ada Okafor',
  locale: 'en',
  subject: 'Meet Sol',
  text: 'Hello Ada\n',
  html: '<p>Hello Ada</p>',
  ...wish,
})

/** Queues one mail. @returns its id. */
export async function queue(app: App, wish: Partial<Email> = {}): Promise<string> {
  const key = `mail:${randomUUID()}`
  await sendOnce(app, app.db, key, aMail(wish))
  const { id } = await app.db
    .selectFrom('outbox')
    .select('id')
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return id
}

/** A campaign of so many introductions, to `reader1@…`, `reader2@…` and so on. @returns its id. */
export async function introductions(app: App, count: number): Promise<string> {
  return app.db.transaction().execute(async (tx) => {
    const key = `introductions:${randomUUID()}`
    const campaignId = await openCampaign(app, tx, { key, kind: 'introduction', createdBy: null })
    const mails = Array.from({ length: count }, (_, index) => ({
      key: `${key}:${index}`,
      email: aMail({ kind: 'introduction', campaignId, to: `reader${index + 1}@library.example` }),
    }))
    await sendAllOnce(app, tx, mails)
    return campaignId
  })
}

/** What the outbox says of a mail. */
export const stateOf = (app: App, id: string) =>
  app.db
    .selectFrom('outbox')
    .select(['state', 'attempts', 'lastError', 'possiblyDoubled'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** How many mails are in each state. */
export async function counts(app: App): Promise<Record<string, number>> {
  const rows = await app.db
    .selectFrom('outbox')
    .groupBy('state')
    .select(['state'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .orderBy('state')
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}
