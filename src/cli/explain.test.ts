import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { testApp } from '../../test/harness.ts'
import { BadConfig } from '../platform/config.ts'
import { NotFound } from '../platform/refusals.ts'
import { serveWeb } from '../web/serve.ts'
import { explanationOf } from './explain.ts'
import { programOf } from './program.ts'

const thrownBy = async (act: () => unknown) => {
  try {
    await act()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

test.each([
  ['a command that is none', ['user', 'nobody'], 2],
  ['an argument that is missing', ['user', 'show'], 2],
  ['an argument too many', ['user', 'show', 'one', 'two'], 2],
  ['an option that is none', ['user', 'show', 'one', '--often'], 2],
  ['an option without its value', ['user', 'show', 'one', '--round'], 2],
  ['help', ['user', 'show', '--help'], 0],
])('%s is thrown and ends with its code, whichever command it is said to', async (_name, words, exitCode) => {
  const show = {
    name: 'user show',
    summary: 'Show a person.',
    args: ['EMAIL'],
    options: { round: { help: 'a round', value: 'CODE', required: true } },
    run: async () => ({ text: '', json: null }),
  }
  const program = programOf([show], async () => {})
  for (const one of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)])
    one.configureOutput({ writeOut: () => {}, writeErr: () => {} })

  const error = await thrownBy(() => program.parseAsync(words, { from: 'user' }))

  expect(explanationOf(error)).toEqual({ exitCode, say: null })
})

test('what was typed wrong is said with the way to the help of that command', async () => {
  const said: string[] = []
  const show = {
    name: 'user show',
    summary: 'Show a person.',
    args: ['EMAIL'],
    run: async () => ({ text: '', json: null }),
  }
  const program = programOf([show], async () => {})
  for (const one of program.commands.flatMap(({ commands }) => commands))
    one.configureOutput({ writeErr: (text) => said.push(text) })

  await thrownBy(() => program.parseAsync(['user', 'show'], { from: 'user' }))

  expect(said.join('')).toContain('(twinleaf user show --help shows what it takes)')
})

test('a refusal is said in words', () => {
  expect(explanationOf(new NotFound('no-such-round', { code: '2050Z' }))).toEqual({
    exitCode: 2,
    say: 'There is no round 2050Z. Check the code in the list of rounds.',
  })
})

test.each([
  [
    'a folder that is none',
    () => mkdirSync('/dev/null/data', { recursive: true }),
    '/dev/null/data does not lie in a folder (ENOTDIR). Look at DATA_DIR: set DATA_DIR to a folder, and start again.',
  ],
  [
    'a full disk',
    () => writeFileSync('/dev/full', 'x'),
    'DATA_DIR is on a disk that is full (ENOSPC). Look at DATA_DIR: make room on it, and start again.',
  ],
])('%s is a sentence with what to do', async (_name, act, say) => {
  expect(explanationOf(await thrownBy(act))).toEqual({ exitCode: 2, say })
})

test.each(['/dev/null', '/dev/null/'])(
  'a place that was typed, %s, is not looked for in DATA_DIR',
  async (typed) => {
    const error = await thrownBy(() => mkdirSync('/dev/null/data', { recursive: true }))

    expect(explanationOf(error, ['archive', 'publish', typed])).toEqual({
      exitCode: 2,
      say: '/dev/null/data does not lie in a folder (ENOTDIR). Name another place, or mend that, and give the command again.',
    })
  },
)

test('a port that is taken is a sentence that names it', async () => {
  const app = await testApp()
  const other = createServer()
  onTestFinished(() => void other.close())
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port))
  })

  const error = await thrownBy(() => serveWeb({ ...app, config: { ...app.config, port } }))

  expect(error).toBeInstanceOf(BadConfig)
  expect(explanationOf(error)).toEqual({
    exitCode: 2,
    say: `PORT ${port} is taken by another program. Stop it, or set PORT to another number.`,
  })
})

test('an address that is not of this machine is a sentence that names it', async () => {
  const app = await testApp()

  const error = await thrownBy(() =>
    serveWeb({ ...app, config: { ...app.config, host: '192.0.2.1', port: 0 } }),
  )

  expect(explanationOf(error)).toEqual({
    exitCode: 2,
    say: 'HOST 192.0.2.1 is no address of this machine. Leave HOST empty, or set it to one that is.',
  })
})
