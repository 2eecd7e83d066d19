import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Line = { text: string; number: number }

/** Lines that say something: no imports, no closing of what was opened, and no names in a list of names. */
function tellingLines(source: string): Line[] {
  const withoutImports = source.replace(/^(import|export) [^;]*? from '.*'$/gm, (found) =>
    found.replace(/[^\n]/g, ''),
  )
  return withoutImports
    .split('\n')
    .map((text, index) => ({ text: text.trim(), number: index + 1 }))
    .filter(({ text }) => /\w{2}/.test(text.replace(/^(<\/[\w.]+>|\) : null\}|return \(|'[\w-]+',?)$/, '')))
}

const atOnce = 6

/** Where so many telling lines on end stand letter for letter as they do elsewhere: the places of each, one after the other. */
function duplicatesIn(sources: Record<string, string>): string[] {
  const placesOf = new Map<string, string[]>()
  for (const [file, source] of Object.entries(sources)) {
    const lines = tellingLines(source)
    for (const [index, { number }] of lines.slice(0, 1 - atOnce).entries()) {
      const said = lines.slice(index, index + atOnce).map(({ text }) => text)
      const key = said.join('\n')
      placesOf.set(key, [...(placesOf.get(key) ?? []), `${file}:${number}`])
    }
  }
  return [...placesOf.values()].filter((places) => places.length > 1).map((places) => places.join(' '))
}

/** Whoever checks a proof shares no line with whoever made it: the same few are written twice on purpose. */
const isOnPurpose = (places: string) =>
  places.includes('src/matching/verify') && places.includes('src/matching/solver/')

test('each idea has one home: nothing of six lines stands twice', () => {
  const files = globSync('{src,public}/**/*.{ts,tsx}').filter(
    (file) => !/\.test\.|\.builder\.|\/words\/|\/testing\/|db\/tables\.ts$|map\/land\.ts$/.test(file),
  )
  const sources = Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')]))

  expect(duplicatesIn(sources).filter((places) => !isOnPurpose(places))).toEqual([])
})

test('what stands twice is seen, and what only closes alike is not', () => {
  const six = ['one()', 'two()', 'three()', 'four()', 'five()', 'six()'].join('\n')
  const closing = ['</li>', '</ul>', '</section>', ')', '}', ''].join('\n')

  expect(duplicatesIn({ 'a.ts': `first()\n${six}\n`, 'b.ts': `  ${six}\n${closing}` })).toEqual([
    'a.ts:2 b.ts:1',
  ])
  expect(duplicatesIn({ 'a.tsx': closing, 'b.tsx': closing })).toEqual([])
})
