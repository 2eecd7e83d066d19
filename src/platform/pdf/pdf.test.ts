import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { Conflict } from '../refusals.ts'
import { root } from '../root.ts'
import { pdfOf, reportTemplate } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'pdf-'))
const app = {
  config: { dataDir: folder },
  now: () => new Date('2016-02-20T12:00:00Z'),
} as unknown as Parameters<typeof pdfOf>[0]

/** A template that prints a name, as a file of the project. */
const template = relative(root, join(folder, 'name.typ'))
writeFileSync(
  join(folder, 'name.typ'),
  `#let it = json(bytes(sys.inputs.data))
#set document(title: it.name)
#set text(font: ("Noto Sans", "Noto Naskh Arabic", "Noto Sans S Chinese"), lang: "en")
= #it.name`,
)

test('the same order makes the same file, tagged for those who listen to it', async () => {
  const order = { name: 'Salma ناصر' }

  const [one, other] = await Promise.all([pdfOf(app, template, order), pdfOf(app, template, order)])

  expect(one.subarray(0, 5).toString()).toBe('%PDF-')
  expect(one.equals(other)).toBe(true)
  expect(one.toString('latin1')).toContain('pdfuaid')
})

test('a name is data: it opens no file and calls nothing', async () => {
  const pdf = await pdfOf(app, template, { name: '#read("/etc/passwd") #panic("no")' })

  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
})

test('a letter that no font has is refused with a reason, and the next file is made all the same', async () => {
  const none = pdfOf(app, template, { name: 'Chi \u{f1234}' })
  const next = pdfOf(app, template, { name: '国家图书馆 Bibliothèque nationale' })

  await expect(none).rejects.toEqual(new Conflict('letter-without-font'))
  expect((await next).length).toBeGreaterThan(1000)
})

test.each([
  ['en', 'ltr'],
  ['ar', 'rtl'],
] as const)('in %s, a report has room for facts, a table and what people said', async (lang, dir) => {
  const section = {
    title: 'What participants say',
    facts: [{ term: 'Participants', detail: '120' }],
    table: { columns: ['Region', 'People'], rows: [['Africa', '35']] },
    quotes: [{ text: 'We still write to each other.', by: 'Ngozi, Nigeria', lang: 'en', dir: 'ltr' }],
    hint: 'With their consent.',
  }
  const report = {
    title: 'A round',
    lead: 'It ended.',
    author: 'The network',
    separator: ': ',
    lang,
    dir,
    sections: [section],
  }

  expect((await pdfOf(app, reportTemplate, report)).toString('latin1')).toContain('pdfuaid')
})
