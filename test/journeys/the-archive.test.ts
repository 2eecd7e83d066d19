import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { siteToCopy } from '../../src/cli/copy-site.ts'
import { all } from '../../src/features/all.ts'
import { publish } from '../../src/features/copies/copying/publish.ts'
import { runWaiting } from '../../src/platform/jobs.ts'
import { workOf } from '../../src/worker/work-of.ts'
import { aPerson, aRound } from '../builders.ts'
import { aReader, expectGoodPage, hasChromium } from './browser.ts'
import { siteHere } from './here.ts'
import { oneStepAfterAnother, textOf, unhurried, untilBroughtOn } from './steps.ts'

const { app, url, pageOf } = await siteHere('2016-02-20T19:00:00Z')
await aRound(app, {
  ...{ code: '2014B', applyFrom: new Date('2014-06-01'), applyUntil: new Date('2014-07-01') },
  ...{ startsOn: '2014-09-01', endsOn: '2014-12-20' },
})
const editor = await aPerson(app, { role: 'editor', name: 'Inés Varela' })
const director = await aPerson(app, { role: 'director', name: 'Ruth Bader' })
const waitingWork = () => runWaiting(app, workOf(all).jobs)

const years = Array.from({ length: 10 }, (_, at) => 2006 + at)
const field = (name: string, value: string) => `<${name}><![CDATA[${value}]]></${name}>`
const itemOf = (year: number, at: number) =>
  `<item>${field('title', `The library in ${year}`)}<link>http://old.example/${year}/10/library/</link><dc:creator>kate</dc:creator><wp:post_id>${at + 1}</wp:post_id>${field('wp:post_name', `library-${year}`)}${field('wp:status', 'publish')}${field('wp:post_type', 'post')}${field('wp:post_date_gmt', `${year}-10-12 08:00:00`)}<category domain="category" nicename="autumn">Autumn</category>${field('content:encoded', year === 2014 ? 'We lent a telescope.' : `What we read in ${year}.`)}<wp:comment><wp:comment_id>${at + 1}</wp:comment_id>${field('wp:comment_author', 'Ada')}${field('wp:comment_author_email', 'ada@x.example')}${field('wp:comment_content', `I was there in ${year}.`)}${field('wp:comment_approved', '1')}<wp:comment_parent>0</wp:comment_parent>${field('wp:comment_date_gmt', `${year}-10-13 10:00:00`)}</wp:comment></item>`
const blog = `<rss version="2.0"><channel><title>The old blog</title><link>http://old.example</link><language>en</language><wp:author><wp:author_id>2</wp:author_id><wp:author_login>kate</wp:author_login><wp:author_display_name>kate</wp:author_display_name></wp:author><wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>autumn</wp:category_nicename><wp:cat_name>Autumn</wp:cat_name></wp:category>${years.map(itemOf).join('\n')}</channel></rss>`

describe.skipIf(!hasChromium)(
  'ten years of a blog come in, rest, and are read without a net',
  unhurried,
  () => {
    let page: Page
    let clicks = 0

    const press = async (name: string) => {
      await page.getByRole('main').getByRole('button', { name, exact: true }).click()
      await page.waitForLoadState('load')
      clicks += 1
    }

    oneStepAfterAnother()

    test('an editor sends the file, corrects who and what is meant, and reads what would come of it', async () => {
      page = await pageOf(editor)
      await page.goto(`${url}/office/arrivals`)
      const file = { name: 'old-blog.xml', mimeType: 'text/xml', buffer: Buffer.from(blog) }
      await page.locator('input[type=file]').setInputFiles(file)
      clicks += 1
      await press('Look at the file')
      await waitingWork()
      await untilBroughtOn(page)
      await page.getByLabel('Name under the texts of kate').fill('Kate Byrne')
      await page.getByLabel('Category Autumn').selectOption('round:2014B')
      clicks += 2
      await press('Look again')
      await waitingWork()
      await untilBroughtOn(page)
      await expectGoodPage(page)

      expect(await page.getByLabel('Name under the texts of kate').inputValue()).toBe('Kate Byrne')
      expect(await textOf(page)).toMatch(/Posts\s*Brought in\s*10.*Comments\s*Brought in\s*10/s)
      expect(await app.db.selectFrom('post').select('id').execute()).toEqual([])
    })

    test('they let it in, and an address of ten years ago leads to its post', async () => {
      await press('Bring the blog in')
      await waitingWork()
      await page.goto(`${url}/office/arrivals`)
      await page.getByRole('link', { name: 'old.example' }).click()
      clicks += 1
      const report = await textOf(page)
      const reader = await pageOf()
      await reader.goto(`${url}/2006/10/library/`)
      console.info(`Ten years of a blog: ${clicks} clicks from the file to the report.`)

      expect(report).toMatch(/Posts\s*Brought in\s*10/)
      expect(new URL(reader.url()).pathname).toBe('/posts/library-2006')
      expect(await textOf(reader)).toMatch(/Kate Byrne.*I was there in 2006\./s)
      expect(clicks).toBeLessThanOrEqual(7)
    })

    test('a director pauses the network, and its readers are told', async () => {
      page = await pageOf(director)
      await page.goto(`${url}/office/network/pause`)
      clicks = 0
      await press('Pause the network')
      const reader = await pageOf()
      await reader.goto(`${url}/posts/library-2014`)
      await expectGoodPage(reader)

      expect(await reader.textContent('body')).toContain('This network is paused. Everything can be read')
      expect(await textOf(reader)).toContain('We lent a telescope.')
      expect(await reader.locator('form[action$="/comments"]').count()).toBe(0)
    })

    test('a reader opens the copy on a stick, without a net, and finds a post of 2014', async () => {
      const stick = await mkdtemp(join(tmpdir(), 'twinleaf-stick-'))
      await publish(app, await siteToCopy(app), stick)
      const context = await aReader({ width: 360 })
      await context.setOffline(true)
      const reader = await context.newPage()
      await reader.goto(pathToFileURL(join(stick, 'search/index.html')).href)
      await reader.locator('main input[name=q]').fill('telescope')
      await reader.getByRole('link', { name: 'The library in 2014' }).click()
      await expectGoodPage(reader)

      expect(reader.url()).toBe(pathToFileURL(join(stick, 'posts/library-2014/index.html')).href)
      expect(await textOf(reader)).toMatch(/We lent a telescope\..*I was there in 2014\./s)
      expect(await reader.textContent('body')).toContain('This network is paused.')
    })

    test('a director wakes it, and comments are open again', async () => {
      await page.goto(`${url}/office/network/pause`)
      await press('Wake the network up')
      const reader = await pageOf()
      await reader.goto(`${url}/posts/library-2014`)
      console.info(`A pause and its end: ${clicks} clicks.`)

      expect(await reader.textContent('body')).not.toContain('This network is paused.')
      expect(await reader.locator('form[action*="comments"]').count()).toBeGreaterThan(0)
      expect(clicks).toBe(2)
    })
  },
)
