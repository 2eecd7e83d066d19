import sharp from 'sharp'
import { aPerson } from '../../../test/builders.ts'
import { queuedMail, testApp } from '../../../test/harness.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { visitor } from '../people/index.ts'
import { type NewContribution, sendContribution } from './actions/sending.ts'
import { ownContribution } from './queries/contributions.ts'

export const draw = async (width = 800) =>
  new Uint8Array(
    await sharp({ create: { width, height: 400, channels: 3, background: '#2c6b4a' } })
      .jpeg()
      .toBuffer(),
  )

let sent = 0

export const article: NewContribution = {
  ...{ kind: 'article', title: 'The door', body: 'We took the door off its hinges. More people come in.' },
  ...{
    answers: [],
    name: 'Marta Oliveira',
    coauthors: ['Rui Pinto'],
    country: 'PT',
    language: 'en',
    about: '',
  },
  ...{ pictureId: null, pictureAlt: '', pictureCaption: '', pictureAuthor: '', email: 'marta@lib.example' },
}

/** For tests: an editor, and ways to send a contribution and to read what became of it. */
export async function contributed() {
  const app = await testApp('2016-03-01T12:00:00Z')
  const site = createSite(app, await buildAssets())
  const editor = await aPerson(app, { name: 'Vera Lind', role: 'editor' })
  const photo = await draw()

  /** Sends a contribution past the page on which it is read once more. @returns what opens it, and its row */
  async function send(wish: Partial<NewContribution> = {}) {
    const once = `once ${++sent}`
    const coming = {
      network: `203.0.113.${sent}`,
      locale: 'en',
      once,
      licence: 'cc-by-4.0',
      guidelines: 'en/0',
    }
    const email = wish.email ?? `author${sent}@lib.example`
    const secret = await sendContribution(app, visitor('en'), { ...article, email, ...wish }, coming)
    return { secret, ...(await ownContribution(app.db, secret)) }
  }

  const subjects = async (email: string | null) =>
    (await queuedMail(app)).filter(({ to }) => to === email).map(({ subject }) => subject)

  return { app, site, editor, photo, send, subjects }
}
