import { expect, test } from 'vitest'
import { anOffice, base, inWords } from './office.builder.ts'

const { app, get, post } = await anOffice({ imported: true })

test('the act stands at the top and at the end, and who is left out is named', async () => {
  const page = await get(`${base}/cap`)

  const acts = [...page.text.matchAll(/action="[^"]*\/cap\/apply"/g)].map(({ index }) => index)
  const figures = page.text.indexOf('class="figures"')
  expect(acts.length).toBe(2)
  expect(acts[0]).toBeLessThan(figures)
  expect(acts[1]).toBeGreaterThan(page.text.indexOf('All countries'))
  expect(inWords(page.text)).toMatch(/\d+ still have to be cleaned \S+ \S+ .* and \d+ more/)
  expect(inWords(page.text)).toContain('They cannot get a place before their applications are clean.')
})

test('another percentage is previewed and changes nothing; what is none is refused beside its field', async () => {
  const preview = await get(`${base}/cap?percent=5`)
  const wrong = await Promise.all(['0', 'abc', '101'].map((typed) => get(`${base}/cap?percent=${typed}`)))

  expect(preview.status).toBe(200)
  expect(wrong.map(({ status }) => status)).toEqual([422, 422, 422])
  expect(wrong[1]?.text).toMatch(/id="f-percent-error"[^>]*>[^<]*Please give a whole number/)
  expect(wrong[1]?.text).toContain('value="abc"')
  expect(inWords(preview.text)).toContain('At most 5 % of those accepted come from one country.')
  expect(
    await app.db.selectFrom('application').where('acceptedAt', 'is not', null).select('id').execute(),
  ).toEqual([])
})

test('once it was applied the page says so in the past, and leads on to the matching', async () => {
  const applied = await post(`${base}/cap/apply`, { percent: '20' })
  const again = await get(`${base}/cap`)
  const preview = await get(`${base}/cap?percent=10`)

  expect(inWords(applied.text)).toContain('Their emails are on the way.')
  expect(inWords(again.text)).toContain('The cap of 20 % was applied on 20 February 2016')
  expect(inWords(again.text)).toContain('The cap has been applied')
  expect(inWords(again.text)).not.toMatch(/gets? a place|goe?s? on the waiting list|people ask,/)
  expect(again.text).not.toContain('/cap/apply"')
  expect([...again.text.matchAll(/class="button primary" href="([^"]*)"/g)].map(([, to]) => to)).toEqual([
    `${base}/matching`,
  ])
  expect(inWords(preview.text)).toContain('A cap of 10 % would change nothing')
})
