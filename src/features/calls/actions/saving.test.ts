import { expect, test } from 'vitest'
import { aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import type { Values } from '../draft.ts'
import { draftOf } from '../queries/drafts.ts'
import { savePage } from './saving.ts'

const app = await testApp('2016-01-20T12:00:00Z')
const round = await aRound(app)
const someone = { personId: null, email: null, network: '192.0.2.7', locale: 'en' }

const save = (secret: string | null, writer: string, rev: number, about: string) =>
  savePage(app, { ...someone, secret }, round, { page: 'partner', typed: { about }, writer, rev, seq: 1 })

async function aDraft(about: string) {
  const { secret } = await save(null, 'first', 0, about)
  if (secret === null) throw new Error('a draft begins with a secret')
  return secret
}

const aboutOf = async (secret: string) =>
  (await draftOf(app.db, round.id, { personId: null, secret }))?.pages.partner

test('of devices that save one page at once, one is taken and the others read what it wrote', async () => {
  const secret = await aDraft('as it was')
  const texts = Array.from({ length: 8 }, (_, index) => `text ${index}`)

  const done = await Promise.all(texts.map((text) => save(secret, text, 1, text)))

  const saved = await aboutOf(secret)
  const won = done.findIndex(({ theirs }) => theirs === null)
  expect(saved).toMatchObject({ rev: 2, typed: { about: texts[won] } })
  const lost: (Values | null)[] = done.filter((_, index) => index !== won).map(({ theirs }) => theirs)
  expect(lost).toEqual(lost.map(() => ({ about: texts[won] })))
})

test('a page is written to the draft as it was read, or not at all', async () => {
  const secret = await aDraft('at first')
  const read = await draftOf(app.db, round.id, { personId: null, secret })
  await save(secret, 'another device', 1, 'meanwhile')
  const came = { page: 'partner', typed: { about: 'too late' }, writer: 'this one', rev: 1, seq: 1 } as const

  const late = await savePage(app, { ...someone, secret }, round, came, read)

  expect(late).toEqual({ secret: null, rev: 2, theirs: { about: 'meanwhile' } })
  expect(await aboutOf(secret)).toMatchObject({ rev: 2, typed: { about: 'meanwhile' } })
})
