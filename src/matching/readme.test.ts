import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as library from './index.ts'

const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')

test('the README names everything there is to call', () => {
  const unnamed = Object.keys(library).filter((name) => !new RegExp(`\\b${name}\\b`).test(readme))

  expect(unnamed).toEqual([])
})

test('what the README shows is what happens', () => {
  const examples = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code!)
  const folder = mkdtempSync(join(tmpdir(), 'matching-readme-'))
  try {
    for (const example of examples) {
      const file = join(folder, 'example.mts')
      writeFileSync(
        file,
        example.replaceAll("'@twinleaf/matching'", `'${join(import.meta.dirname, 'index.ts')}'`),
      )

      const printed = execFileSync(process.execPath, [file], { encoding: 'utf8', timeout: 60_000 })

      const promised = [...example.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => `${line}\n`).join('')
      expect(printed).toBe(promised)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  expect(examples).not.toHaveLength(0)
})
