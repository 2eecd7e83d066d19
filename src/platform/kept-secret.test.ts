import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BadConfig } from './bad-config.ts'
import { keptSecret } from './kept-secret.ts'

const aFolder = () => mkdtempSync(join(tmpdir(), 'twinleaf-secret-'))
const script = (folder: string) => `
  import { keptSecret } from ${JSON.stringify(new URL('./kept-secret.ts', import.meta.url).href)}
  console.log(keptSecret(${JSON.stringify(folder)}))`
const node = [process.execPath, '--input-type=module', '--eval'] as const

test('a secret is made once, for its owner alone, and nothing is left beside it', () => {
  const folder = join(aFolder(), 'data')

  const first = keptSecret(folder)
  const second = keptSecret(folder)

  expect(first).toMatch(/^[0-9a-f]{64}$/)
  expect(second).toBe(first)
  expect(readdirSync(folder)).toEqual(['secret'])
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
})

test('processes that start together agree on one', () => {
  const folder = aFolder()
  const one = `'${node[0]}' --input-type=module --eval "$0" &`

  const { stdout } = spawnSync('sh', ['-c', `${one.repeat(6)} wait`, script(folder)], {
    encoding: 'utf8',
    timeout: 60_000,
  })

  expect(stdout.trim().split('\n')).toEqual(Array(6).fill(readFileSync(join(folder, 'secret'), 'utf8')))
  expect(readdirSync(folder)).toEqual(['secret'])
})

test.each([
  ['empty, as a full disk leaves it', ''],
  ['cut short', 'a'.repeat(31)],
  ['nothing but blanks', ' '.repeat(64)],
])('a secret that is %s stops the start with a sentence, and is left as it is', (_name, content) => {
  const folder = aFolder()
  const file = join(folder, 'secret')
  writeFileSync(file, content)

  expect(() => keptSecret(folder)).toThrow(BadConfig)
  expect(() => keptSecret(folder)).toThrow(
    `${file} is empty or damaged, so links in emails could be forged. Put it back from a backup; if there is none, remove it: a new one is made, and links in emails sent before stop working.`,
  )
  expect(readFileSync(file, 'utf8')).toBe(content)
})

const withMounts = test.runIf(
  process.platform === 'linux' && spawnSync('unshare', ['--mount', 'true']).status === 0,
)

withMounts('a full disk leaves no secret behind, and the next start makes a whole one', () => {
  const folder = aFolder()
  const disk = [
    `mount -t tmpfs -o size=4k none '${folder}'`,
    `head -c 4096 /dev/zero > '${folder}/full'`,
    `'${node[0]}' --input-type=module --eval "$0" 2>&1 | grep -o ENOSPC | head -1`,
    `ls '${folder}'`,
    `rm '${folder}/full'`,
    `'${node[0]}' --input-type=module --eval "$0"`,
  ]

  const { stdout } = spawnSync('unshare', ['--mount', 'sh', '-c', disk.join('\n'), script(folder)], {
    encoding: 'utf8',
    timeout: 60_000,
  })

  expect(stdout.split('\n')).toEqual(['ENOSPC', 'full', expect.stringMatching(/^[0-9a-f]{64}$/), ''])
})
