/**
 * Files of applications of any size: `node bench/main-job/big-file.ts 50000 /tmp/big.csv [seed]`.
 *
 * Each row is one of the real file with its dirt, and a person of its own: what belongs together (country and zone,
 * workplace and job) is drawn together, everything else by itself, so that every answer is as frequent as in the real
 * file. Names, addresses and workplaces are new; times run forward through the same weeks.
 */
import { once } from 'node:events'
import { createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { type Draw, drawFrom } from '../../src/matching/draw.ts'

const real = join(import.meta.dirname, '../../test/data/applications-2016A.csv')

/** Columns of the real file that are drawn from one row. */
const together = [
  [1],
  [2, 4, 5],
  [6, 7],
  [8, 9],
  [11],
  [10],
  [12],
  [13],
  [14, 15, 16],
  [17],
  [18],
  [19],
  [20, 21],
]
const [timeAt, addressAt, givenAt, familyAt, workplaceAt] = [0, 1, 2, 3, 6] as const

/**
 * @param rows how many people
 * @param options.corrected whether every tenth of them has another workplace since, as in a later export of the sheet
 */
export async function writeBigFile(
  path: string,
  rows: number,
  { seed = 1, corrected = false } = {},
): Promise<void> {
  const [header = [], ...people] = parse(readFileSync(real), { bom: true }) as string[][]
  const draw = drawFrom(seed)
  const file = createWriteStream(path)
  file.write(stringify([header]))
  for (let number = 0; number < rows; number++) {
    const cells = personOf(people, draw, number, rows)
    if (corrected && number % 10 === 0) cells[workplaceAt] += ', Annex'
    const row = stringify([cells])
    if (!file.write(row)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}

function personOf(people: readonly string[][], draw: Draw, number: number, rows: number): string[] {
  const cells: string[] = []
  for (const columns of together) {
    const from = people[draw(people.length)] ?? []
    for (const at of columns) cells[at] = from[at] ?? ''
  }
  const family = madeName(draw)
  cells[timeAt] = timeOf((number + draw(1000) / 1000) / rows)
  cells[familyAt] = family
  cells[addressAt] = (cells[addressAt] ?? '').replace(/^[^@]*@/, `${family}.${number}@`.toLowerCase())
  // As many people have one workplace as in the real file.
  const place = Math.floor((number * 7919) / people.length) % Math.ceil(rows / people.length)
  cells[workplaceAt] = `${cells[workplaceAt]} ${place}`
  if (cells[givenAt] === '') cells[givenAt] = madeName(draw)
  return cells
}

const syllables = [
  'ba',
  'do',
  'fi',
  'gu',
  'ha',
  'je',
  'ko',
  'li',
  'mu',
  'na',
  'pe',
  'ro',
  'si',
  'tu',
  'va',
  'zo',
]

function madeName(draw: Draw): string {
  const name = Array.from({ length: 5 }, () => syllables[draw(syllables.length)]).join('')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

const [opens, closes] = [Date.UTC(2016, 0, 11, 14), Date.UTC(2016, 1, 15, 23)]

/** @param share of the weeks that have passed */
function timeOf(share: number): string {
  const [day = '', time = ''] = new Date(opens + (closes - opens) * share)
    .toISOString()
    .slice(0, 19)
    .split('T')
  return `${day.split('-').reverse().join('/')} ${time}`
}

if (import.meta.main) {
  const [rows = '10000', path = 'big.csv', seed = '1'] = process.argv.slice(2)
  await writeBigFile(path, Number(rows), { seed: Number(seed) })
}
