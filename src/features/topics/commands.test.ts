import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aRound } from '../../../test/builders.ts'
import { queuedMail, testApp } from '../../../test/harness.ts'
import type { CommandInput } from '../../platform/commands.ts'
import { commands } from './commands.ts'
import { topicsOfWeeks } from './demo-topics.ts'
import { aParticipant } from './topic.builder.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const round = await aRound(app, { zone: 'Australia/Sydney' })
const folder = await mkdtemp(join(tmpdir(), 'twinleaf-topic-'))

/** Runs a command as it would be typed, and returns what it prints for a script. */
async function run(name: string, options: Record<string, string>, ...args: string[]): Promise<unknown> {
  const { confirm, ...values } = options
  const switches = new Set(confirm === undefined ? [] : ['confirm'])
  const input: CommandInput = { args, options: values, switches, lists: {} }
  return (await commands.find((command) => command.name === name)?.run(app, input))?.json
}

const titlesOfWeeks = [
  'Getting to know you',
  'Rooms to read, rooms to talk',
  'What we let go',
  'Open to read',
]

test('the topics of the first weeks are complete', async () => {
  for (const [index, file] of topicsOfWeeks.entries()) {
    const place = { round: '2016A', topic: String(index + 1) }
    await run('topic create', place, file)
    await run('topic publish', { ...place, at: '2030-01-01T09:00' })
  }

  const titles = await app.db.selectFrom('post').select('title').orderBy('number').execute()
  expect(titles.map(({ title }) => title)).toEqual(titlesOfWeeks)
})

test('a topic is scheduled on the clock of its round, or on the one that is named', async () => {
  const place = { round: '2016a', topic: '1' }

  const local = await run('topic publish', { ...place, at: '2016-02-29T09:00' })
  const utc = await run('topic publish', { ...place, at: '2016-02-29T09:00Z' })

  expect([local, utc]).toMatchObject([
    { state: 'scheduled', publishAt: '2016-02-28T22:00:00.000Z', mails: 0 },
    { state: 'scheduled', publishAt: '2016-02-29T09:00:00.000Z', mails: 0 },
  ])
})

test('without a time a topic is public at once when that is confirmed, and its mails are queued', async () => {
  const someone = await aParticipant(app, round)

  await expect(run('topic publish', { round: '2016A', topic: '1' })).rejects.toMatchObject({
    code: 'confirm-topic',
    args: { count: 1, alone: 1 },
  })
  expect(await run('topic publish', { round: '2016A', topic: '1', confirm: '' })).toEqual({
    round: '2016A',
    number: 1,
    title: 'Getting to know you',
    state: 'published',
    publishAt: '2016-02-20T12:00:00.000Z',
    url: 'http://localhost:3000/posts/getting-to-know-you-2016a',
    mails: 1,
  })
  expect(await queuedMail(app)).toEqual([{ to: someone.email, subject: 'Topic 1: Getting to know you' }])
})

test('a topic is withdrawn from the terminal', async () => {
  const json = await run('topic withdraw', { round: '2016A', topic: '1' })

  expect(json).toMatchObject({ number: 1, state: 'withdrawn' })
})

test('the list shows every fortnight, written or not', async () => {
  const list = (await run('topic list', { round: '2016A' })) as { number: number; title: string | null }[]

  expect(list.map(({ number, title }) => [number, title])).toEqual([
    ...titlesOfWeeks.map((title, index) => [index + 1, title]),
    ...[5, 6, 7, 8].map((number) => [number, null]),
  ])
})

test.each([
  ['no such file', 'none.md', null, 'there is no file'],
  ['no facts', 'plain.md', 'Only text.', 'it must start with'],
  [
    'a picture that is not there',
    'no-picture.md',
    '---\ntitle: x\npicture: none.png\n---\nText',
    'there is no file',
  ],
  ['a licence we do not know', 'licence.md', '---\ntitle: x\nlicence: mine\n---\nText', 'licence is wrong'],
])('a file with %s is refused, and says why', async (_name, name, content, problem) => {
  const path = join(folder, name)
  if (content !== null) await writeFile(path, content)

  await expect(run('topic create', { round: '2016A', topic: '2' }, path)).rejects.toMatchObject({
    code: 'bad-topic-file',
    args: { problem: expect.stringContaining(problem) },
  })
})

test('a picture that is no picture is refused by its own code', async () => {
  await writeFile(join(folder, 'page.png'), '<html>')
  await writeFile(join(folder, 'page.md'), '---\ntitle: x\npicture: page.png\n---\nText')

  await expect(
    run('topic create', { round: '2016A', topic: '2' }, join(folder, 'page.md')),
  ).rejects.toMatchObject({ code: 'picture-wrong-kind' })
})

test.each([
  [{ round: '2016A', topic: 'one' }, 'bad-topic-option'],
  [{ round: '2016A', topic: '0' }, 'bad-topic-option'],
  [{ round: '2016A', topic: '7' }, 'no-such-topic'],
  [{ round: '1999Z', topic: '1' }, 'no-such-round'],
  [{ round: '2016A', topic: '2', at: 'tomorrow' }, 'bad-topic-option'],
  [{ round: '2016A', topic: '1', at: '2016-02-20T12:00Z' }, 'topic-time-past'],
])('publishing %j is refused', async (options, code) => {
  await expect(run('topic publish', options)).rejects.toMatchObject({ code })
})
