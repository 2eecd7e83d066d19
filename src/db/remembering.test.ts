import { expect, test } from 'vitest'
import { testApp } from '../../test/harness.ts'
import { connect, remembering } from './index.ts'

const app = await testApp()
const asked: string[] = []
const heard = connect(app.config.databaseUrl ?? '', { onStatement: (text) => asked.push(text) })
const { db, forget } = remembering(heard)

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
