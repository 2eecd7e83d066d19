import { expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { fromThisMachine, letIn } from '../../../../test/dev.ts'
import { testApp } from '../../../../test/harness.ts'
import { drainOutbox, sendOnce } from '../../../platform/mail/index.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'

const app = await testApp('2016-02-20T12:00:00Z', { MAIL_TRANSPORT: 'page' })
const site = createSite(app, await buildAssets())
const ask = (path: string) =>
  site.request(`http://localhost:3000${path}`, { headers: letIn(app) }, fromThisMachine)

test('a mail can be read in the demonstration, as text with links and as HTML that cannot run', async () => {
  const ada = await aPerson(app, { name: 'Ada Okafor', email: 'ada@library.example' })
  await sendOnce(app, app.db, 'topic:1', {
    kind: 'topic',
    to: ada.email,
    toName: ada.name,
    personId: ada.id,
    list: 'topics',
    locale: 'en',
    subject: 'Getting to know you',
    text: 'Read it at http://localhost:3000/posts/getting-to-know-you.\n',
    html: '<!doctype html><p style="color:red">Hello</p><script>alert(1)</script>',
  })
  await drainOutbox(app)
  const { id } = await app.db.selectFrom('outbox').select('id').executeTakeFirstOrThrow()

  const list = await (await ask('/dev/mail')).text()
  const mail = await (await ask(`/dev/mail/${id}`)).text()
  const html = await ask(`/dev/mail/${id}/html`)
  const source = await (await ask(`/dev/mail/${id}/source`)).text()

  expect(list).toContain(`href="/dev/mail/${id}"`)
  expect(mail).toContain('<a href="http://localhost:3000/posts/getting-to-know-you" dir="ltr">')
  expect(html.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*sandbox/)
  expect(await html.text()).toContain('<p style="color:red">Hello</p>')
  expect(source).toContain(`X-Twinleaf-Ref: ${id}\r\n`)
  expect(source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n')
})

test('a mail that does not exist, and an address that is none, are not found', async () => {
  const answers = await Promise.all(
    ['/dev/mail/7d0b5a7e-57b6-4f0e-9f0a-3b8d1f3f2a10', '/dev/mail/nonsense'].map(ask),
  )

  expect(answers.map((answer) => answer.status)).toEqual([404, 404])
})
