import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testApp } from '../../test/harness.ts'
import { connect, isAsOfOneTime, type Question, remembering } from './index.ts'

const app = await testApp()
const asked: string[] = []
const heard = connect(app.config.databaseUrl ?? '', {
  connections: 1,
  onStatement: (text) => asked.push(text),
})
let memory = remembering(heard)
const noted: (Question & { digest: string })[] = []
const askedAnew = () =>
  memory.askedBy(
    (value) => (value === 'the first' ? 'A' : value),
    (question, digest) => noted.push({ ...question, digest: digest() }),
  )
let db = askedAnew()
const forget = () => {
  memory = remembering(heard)
  db = askedAnew()
}

const linkTo = (href: string) =>
  app.db.insertInto('networkLink').values({ position: 1, label: 'A', href }).execute()
const hrefOf = (label: string) =>
  db.selectFrom('networkLink').select('href').where('label', '=', label).executeTakeFirst()

test('a question is asked once, also by many at once, until what was answered is forgotten', async () => {
  const before = await Promise.all([hrefOf('A'), hrefOf('A'), hrefOf('B')])
  await linkTo('https://a.example/')
  const remembered = await hrefOf('A')
  forget()
  const anew = await hrefOf('A')

  expect([...before, remembered, anew]).toEqual([
    ...[undefined, undefined, undefined, undefined],
    { href: 'https://a.example/' },
  ])
  expect(asked.length).toBe(3)
})

test('whoever asks is told of their questions as they put them, with a digest that differs where the answer does', async () => {
  noted.length = 0
  forget()
  await hrefOf('the first')
  await hrefOf('B')
  const [first, other] = noted
  const before = await memory.digestOf({ ...first, sql: first?.sql ?? '', parameters: ['A'] })
  await app.db.updateTable('networkLink').set({ href: 'https://b.example/' }).execute()
  forget()

  const after = await memory.digestOf({ sql: first?.sql ?? '', parameters: ['A'] })

  expect(noted.map(({ parameters }) => parameters)).toEqual([['the first'], ['B']])
  expect([before === first?.digest, before === other?.digest, before === after]).toEqual([true, false, false])
  expect([isAsOfOneTime(db), isAsOfOneTime(app.db)]).toEqual([true, false])
  await app.db.updateTable('networkLink').set({ href: 'https://a.example/' }).execute()
})

test('a statement is planned once for all its values', async () => {
  const labels = ['A', 'B', 'C', 'D', 'E', 'F', 'G']

  for (const label of labels) await hrefOf(label)

  const { rows } = await sql`select generic_plans > 0 as "generic", custom_plans::int as "custom"
    from pg_prepared_statements where statement like 'select "href" from "network_link"%'`.execute(heard)
  expect(rows).toEqual([{ generic: true, custom: 0 }])
})

test('what fails is asked again, and nothing is changed through it', async () => {
  await app.db.schema.alterTable('network_link').renameTo('away').execute()
  forget()
  await expect(hrefOf('A')).rejects.toThrow('network_link')
  await app.db.schema.alterTable('away').renameTo('network_link').execute()

  await expect(hrefOf('A')).resolves.toEqual({ href: 'https://a.example/' })
  await expect(db.deleteFrom('networkLink').execute()).rejects.toThrow('takes nothing but questions')
  await expect(db.transaction().execute(async () => undefined)).rejects.toThrow('nothing but questions')
  await heard.destroy()
})
