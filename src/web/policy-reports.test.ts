import { expect, test } from 'vitest'
import { testApp } from '../../test/harness.ts'
import { openLog } from '../platform/log.ts'
import { buildAssets } from './assets.ts'
import { createSite } from './site.tsx'

const lines: string[] = []
const app = {
  ...(await testApp()),
  log: openLog('warn', { write: (line: string) => void lines.push(line) }),
}
const site = createSite(app, await buildAssets())

const report = (effectiveDirective: string, blockedURL: string) => ({
  type: 'csp-violation',
  url: 'https://network.example/sign-in/link/a-secret',
  body: { effectiveDirective, blockedURL, documentURL: 'https://network.example/me?name=Marked' },
})

/** From a browser, which says that it comes from elsewhere. @param last number of its address */
const send = (body: unknown, last: number) =>
  site.request(
    '/csp-reports',
    {
      method: 'POST',
      headers: { 'Content-Type': 'application/reports+json', 'Sec-Fetch-Site': 'cross-site' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    },
    { incoming: { socket: { remoteAddress: `192.0.2.${last}` } } },
  )

const counts = async () => {
  const text = await (
    await site.request('/metrics', {}, { incoming: { socket: { remoteAddress: '127.0.0.1' } } })
  ).text()
  return text.split('\n').filter((line) => line.startsWith('twinleaf_csp_reports_total'))
}

test('a report is counted, and logged once of each kind, by our words alone', async () => {
  const old = {
    'csp-report': { 'effective-directive': 'img-src', 'blocked-uri': 'https://marked.example/a' },
  }
  const many = [
    report('script-src-elem', 'inline'),
    report('marked-src', 'http://localhost:3000/marked'),
    { type: 'deprecation' },
  ]

  const statuses = [await send(old, 1), await send(many, 2), await send(many, 3)].map(({ status }) => status)

  expect(statuses).toEqual([204, 204, 204])
  // Other tests of this process may have sent some of other kinds.
  expect(await counts()).toEqual(
    expect.arrayContaining([
      'twinleaf_csp_reports_total{directive="img-src",blocked="elsewhere"} 1',
      'twinleaf_csp_reports_total{directive="script-src-elem",blocked="inline"} 2',
      'twinleaf_csp_reports_total{directive="other",blocked="ours"} 2',
    ]),
  )
  const logged = lines.map((line) => JSON.parse(line))
  expect(logged.map(({ directive, blocked, msg }) => [msg, directive, blocked])).toEqual([
    ['policy_violated', 'img-src', 'elsewhere'],
    ['policy_violated', 'script-src-elem', 'inline'],
    ['policy_violated', 'other', 'ours'],
  ])
  expect(lines.join()).not.toMatch(/marked|secret/i)
})

test('what is no report, too long or too much changes nothing', async () => {
  const before = await counts()

  const statuses = [await send('{', 4), await send('x'.repeat(9_000), 5)].map(({ status }) => status)
  for (let sent = 0; sent < 11; sent += 1) statuses.push((await send([], 6)).status)

  expect(statuses).toEqual([204, 413, ...Array(10).fill(204), 429])
  expect(await counts()).toEqual(before)
})
