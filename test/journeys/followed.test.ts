import { describe, expect, test } from 'vitest'
import { aPublishedPost } from '../../src/features/archive/archive.builder.ts'
import { tellAnswers } from '../../src/features/fediverse/actions/answering.ts'
import { turnOn } from '../../src/features/fediverse/actions/channels.ts'
import { deliverDue } from '../../src/features/fediverse/actions/delivering.ts'
import { tellFollowers } from '../../src/features/fediverse/actions/telling.ts'
import { anElsewhere } from '../../src/features/fediverse/elsewhere.builder.ts'
import { channelPath, notePath, sharedInboxPath } from '../../src/features/fediverse/paths.ts'
import { aPerson } from '../builders.ts'
import { siteAsking } from '../fediverse/site.ts'
import { hasChromium } from './browser.ts'
import { siteHere } from './here.ts'
import { unhurried } from './steps.ts'

let glammr = anElsewhere('', { now: () => new Date() })
const { app, site, url, pageOf } = await siteHere('2016-03-01T12:00:00Z', (made) => {
  glammr = anElsewhere(made.origin, { now: made.now })
  return siteAsking(made, glammr.ask)
})
const editor = await aPerson(app, { role: 'editor', name: 'Vera Lind' })
const director = await aPerson(app, { role: 'director', name: 'Ruth Bader' })

const says = async (message: object) =>
  (await site.request(await glammr.sign(sharedInboxPath, message))).status

/** What the follower's server hears once so many minutes have gone by. */
async function hears(minutes: number): Promise<Record<string, unknown>[]> {
  app.at(new Date(app.now().getTime() + minutes * 60_000).toISOString())
  await tellFollowers(app)
  await tellAnswers(app)
  await deliverDue(app, glammr.ask)
  return glammr.got.splice(0)
}

describe.skipIf(!hasChromium)('the fediverse', unhurried, () => {
  test('a follower answers a post, an editor lets it appear and answers, and the follower hears of it', async () => {
    await turnOn(app, director, 'blog')
    await says(glammr.says('Follow', app.origin + channelPath('blog')))
    await hears(1)
    const post = await aPublishedPost(app, { slug: 'desks', publishAt: app.now(), updatedAt: app.now() })
    const told = await hears(1)
    const reply = glammr.note('<p>Ours are round.</p>', app.origin + notePath(post))
    const came = await says(glammr.says('Create', reply))

    const desk = await pageOf(editor)
    await desk.goto(`${url}/office/comments`)
    await desk.getByRole('button', { name: /^Let it appear/ }).click()
    await desk.getByText('No comment waits').waitFor()
    const page = await pageOf(editor)
    await page.goto(`${url}/posts/desks`)
    const comment = page.locator('main li', { hasText: 'Ours are round.' }).last()
    const by = await comment.getByRole('link', { name: '@ada@glammr.example' }).getAttribute('href')
    await comment.getByRole('link', { name: /^Answer/ }).click()
    await page.getByLabel('Your comment').fill('Round ones seat more people.')
    await page.getByRole('button', { name: 'Read it once more' }).click()
    app.at(new Date(app.now().getTime() + 60_000).toISOString())
    await page.getByRole('button', { name: 'Send the comment' }).click()
    await page.getByText('Your comment has appeared').waitFor()

    expect(told).toMatchObject([{ type: 'Create', object: { id: reply.inReplyTo } }])
    expect([came, by]).toEqual([202, 'https://glammr.example/@ada'])
    expect(await hears(6)).toMatchObject([
      {
        type: 'Create',
        object: {
          ...{ type: 'Note', inReplyTo: reply.id, content: expect.stringContaining('Round ones seat more') },
          tag: [{ type: 'Mention', href: glammr.address }],
        },
      },
    ])
  })
})
