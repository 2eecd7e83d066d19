import type { TestApp } from '../../../test/harness.ts'
import { newestNumber } from './queries/news.ts'
import { periodOf, type Rhythm } from './rhythm.ts'

/** A post that comes out at an instant; its address is its name. @returns its id */
export async function aPost(app: TestApp, slug: string, publishAt: string | Date): Promise<string> {
  const { id } = await app.db
    .insertInto('post')
    .values({
      ...{ slug, title: `Post ${slug}`, summary: `About ${slug}.`, body: 'A text.' },
      ...{ locale: 'en', publishAt: new Date(publishAt) },
      ...{ createdAt: app.now(), updatedAt: app.now() },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Somebody who gets the newsletter from now on. @returns the id of the subscriber */
export async function aSubscriber(
  app: TestApp,
  name: string,
  { rhythm = 'each', locale = 'en' }: { rhythm?: Rhythm; locale?: string } = {},
): Promise<string> {
  const email = `${name}@library.example`
  const { id } = await app.db
    .insertInto('subscriber')
    .values({
      ...{ list: 'newsletter', email, emailKey: email, locale, networkHash: Buffer.from(name) },
      ...{ askedAt: app.now(), confirmedAt: app.now(), consentVersion: '2016-01-01' },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await app.db
    .insertInto('subscription')
    .values({
      ...{ subscriberId: id, rhythm, changedAt: app.now() },
      ...{ toldNumber: await newestNumber(app.db), toldPeriod: periodOf(rhythm, app.now()) },
    })
    .execute()
  return id
}

/** The posts that each email about news told of, by the name of its reader, in the order in which they were queued. */
export async function toldOf(app: TestApp, kind = 'news'): Promise<Record<string, string[][]>> {
  const mails = await app.db
    .selectFrom('outbox')
    .select(['toAddress', 'html'])
    .where('kind', '=', kind)
    .orderBy('createdAt')
    .orderBy('key')
    .execute()
  const told: Record<string, string[][]> = {}
  for (const { toAddress, html } of mails) {
    const name = toAddress.replace(/@.*/, '')
    const slugs = [...html.matchAll(/<h2[^>]*><a href="[^"]*\/posts\/([\w-]+)"/g)].map(
      ([, slug]) => slug ?? '',
    )
    told[name] = [...(told[name] ?? []), slugs]
  }
  return told
}
