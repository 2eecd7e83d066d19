import { beforeAll, describe, expect, test } from 'vitest'
import { aPerson, aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { blog, categories, text } from './blog.builder.ts'

const app = await testApp('2016-02-20T12:00:00Z')
await aRound(app, { code: '2015B' })

const decided = new URLSearchParams([
  ...[
    ['locale', 'es'],
    ['pages', 'drafts'],
    ['login[]', 'kate'],
    ['name[]', 'Kate B.'],
    ['account[]', ''],
  ],
  ...[
    ['slug[]', 'copyright'],
    ['meaning[]', 'part:guest'],
    ['slug[]', 'round-2015b'],
    ['meaning[]', 'round:2015B'],
  ],
])

describe('the page on which an editor brings a blog in', () => {
  let page: Awaited<ReturnType<typeof inTheOffice>>
  const blogOfPage = blog(text({ id: 300, title: 'From a page', more: categories }))

  async function inTheOffice() {
    const site = createSite(app, await buildAssets())
    const editor = await aPerson(app, { name: 'Ines', role: 'editor' })
    const headers = await signedIn(app, editor)
    const get = async (path: string) => (await site.request(path, { headers })).text()
    const post = (path: string, form: FormData | URLSearchParams) =>
      site.request(path, { method: 'POST', body: form, headers })
    const send = async (bytes: string) => {
      const form = new FormData()
      form.set('file', new File([bytes], 'iln.xml'))
      return (await post('/office/arrivals/upload', form)).headers.get('location') ?? ''
    }
    return { get, post, send }
  }

  beforeAll(async () => {
    page = await inTheOffice()
  })

  test('shows what would become of it, takes a decision, and brings it in', async () => {
    const sent = await page.send(blogOfPage)
    const before = await page.get(sent)
    await app.runJobs()
    const looked = await page.get(sent)
    await page.post(`${sent}/decide`, decided)
    await app.runJobs()
    await page.post(`${sent}/start`, decided)
    await app.runJobs()
    const again = await page.post(`${sent}/start`, decided)

    expect(before).toContain('The file is being looked at')
    expect(looked).toContain('Nothing has changed yet')
    const row = await app.db
      .selectFrom('post')
      .select(['locale', 'byline', 'part', 'tags', 'publishAt'])
      .where('title', '=', 'From a page')
      .executeTakeFirst()
    expect(row).toEqual({
      ...{ locale: 'es', byline: 'Kate B.', part: 'guest', tags: ['law'] },
      publishAt: new Date('2015-10-12T08:00:00Z'),
    })
    expect(again.status).toBe(409)
  })

  test('takes what was changed along with the button that brings it in, and looks at it first', async () => {
    const sent = await page.send(blogOfPage)
    await app.runJobs()
    const html = await page.get(sent)
    const first = await page.post(`${sent}/start`, decided)
    const looking = await page.get(sent)
    await app.runJobs()
    const second = await page.post(`${sent}/start`, decided)

    expect(html.match(/<form[^>]*arrivals/g)).toHaveLength(1)
    expect([first.status, second.status]).toEqual([303, 303])
    expect(looking).toContain('The file is being looked at')
    expect(await page.get(sent)).toContain('The blog is about to come in')
  })

  test('says why a file cannot be read, and that an account is not there, beside what was typed', async () => {
    const bad = await page.send('<html>Hello</html>')
    const good = await page.send(blogOfPage)
    await app.runJobs()
    const typed = new URLSearchParams([
      ...[
        ['locale', 'en'],
        ['pages', 'posts'],
        ['login[]', 'kate'],
        ['name[]', 'K'],
        ['account[]', 'nobody@x.example'],
      ],
    ])
    const refused = await page.post(`${good}/decide`, typed)

    expect(await page.get(bad)).toContain('This file is no export of WordPress')
    const html = await refused.text()
    expect(refused.status).toBe(422)
    expect(html).toContain('value="posts" selected')
    expect(html).toContain('value="nobody@x.example"')
    expect(html).toContain('Nobody has an account under one of these addresses')
  })
})
