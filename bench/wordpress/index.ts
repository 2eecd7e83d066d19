/**
 * Whether a real WordPress comes in whole and goes out again: `node bench/wordpress/index.ts [FOLDER]`. FOLDER, or else
 * `WORDPRESS_IMPORTER`, holds the plugin WordPress Importer (https://wordpress.org/plugins/wordpress-importer/), which Debian does
 * not have.
 *
 * Fills a WordPress with odd things of every kind through its own functions, takes its export, and brings that into an empty
 * Twinleaf with its pictures. Looks for each post, page, file, comment and old address, and at the words, links, code and
 * pictures that both print. Brings the same in again, which must change nothing. Then exports the blog for WordPress, has the plugin
 * bring it into a second, empty one, twice, and compares; and once more, out of that into another Twinleaf. Without FOLDER this half
 * is left out. Prints what became of how many, and a line for each thing that is not as it should be; ends with 1 when there is one.
 * Takes two minutes.
 *
 * Needs Debian's packages wordpress, mariadb-server, php-cli, php-mysql, php-xml and php-gd; uses none of their services.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { joinEmbedded } from '../../src/db/embedded/index.ts'
import { type Demonstration, startEmpty } from '../demonstration.ts'
import { type Check, checkIn, type Told } from './came-in.ts'
import { compareBlogs } from './circle.ts'
import { missing, startDatabase, startWordPress, type WordPress } from './machine.ts'
import { oursOf, stateOf } from './network.ts'
import { type Said, saidOf } from './said.ts'
import { checkOut } from './went-out.ts'

const importer = process.argv[2] ?? process.env.WORDPRESS_IMPORTER
const port = 40_000 + (process.pid % 10_000)

type Report = { counts: { kind: string; outcome: string; reason: string; count: number }[] }

function tell(what: string, { counts }: Report): void {
  console.log(what)
  for (const { kind, outcome, reason, count } of counts)
    console.log(`${String(count).padStart(6)}  ${kind} ${outcome}${reason === '' ? '' : ` (${reason})`}`)
}

const lacking = missing(importer)
if (lacking !== '') {
  console.error(lacking)
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'twinleaf-wordpress-'))
const wrong: string[] = []
const ends: (() => Promise<unknown>)[] = []
try {
  const database = await startDatabase(join(folder, 'mariadb'))
  ends.push(database.stop)
  const site = async (name: string, at: number) => {
    const started = await startWordPress({ folder: join(folder, name), database, name, port: at })
    ends.push(started.stop)
    return started
  }
  const first = await site('first', port)
  const told = JSON.parse(await first.run('fill.php')) as Told
  const file = join(folder, 'blog.xml')
  writeFileSync(file, await first.run('export.php'))
  const { check, network } = await comeIn({ first, file, told })
  if (importer === undefined)
    console.log('The way back is left out: no folder of the plugin WordPress Importer was given.')
  else {
    const out = join(folder, 'out.xml')
    await network.command('archive', 'export', out, '--as', 'wxr', '--unpublished', '--with-addresses')
    const second = await site('second', port + 1)
    await comeBack(check, second, [out, importer])
    await network.stop()
    await comeRound(check, second)
  }
} finally {
  for (const end of ends.toReversed()) await end()
  rmSync(folder, { recursive: true, force: true })
}
for (const one of wrong) console.error(one)
console.log(
  wrong.length === 0 ? 'Everything is accounted for.' : `${wrong.length} are not as they should be.`,
)
process.exitCode = wrong.length > 0 ? 1 : 0

/** Into a Twinleaf that starts empty, twice. */
async function comeIn({ first, file, told }: { first: WordPress; file: string; told: Told }) {
  const network = await startEmpty('serve', '--no-worker')
  ends.push(network.stop)
  const client = await clientOf(network)
  const bring = async (...words: string[]) => {
    const said = ['archive', 'import', file, '--media', first.uploads, '--json', ...words]
    return JSON.parse(await network.command(...said)) as Report
  }

  const said = await saidOf(first)
  const [rehearsed, came] = [await bring('--dry-run'), await bring()]
  tell(`Out of WordPress ${first.version}, ${said.texts.length} things and their comments:`, came)
  if (ofWords(rehearsed) !== ofWords(came)) wrong.push('a rehearsal says something else')
  const check: Check = {
    ...{ site: first, said, told, ours: await oursOf(client) },
    ask: (path) => network.ask(path, { headers: { 'Accept-Encoding': 'identity' } }),
    wrong: (what) => wrong.push(what),
  }
  await checkIn(check)
  const before = await stateOf(client)
  for (const { kind, outcome, count } of (await bring()).counts)
    if (outcome === 'imported' || outcome === 'failed') wrong.push(`once more: ${count} ${kind} ${outcome}`)
  if (before !== (await stateOf(client))) wrong.push('once more: something changed')
  await client.end()
  return { check, network }
}

/** All but files: a rehearsal does not look into them. */
function ofWords({ counts }: Report): string {
  const said = counts.filter(({ kind }) => kind !== 'file')
  return said
    .map(({ kind, outcome, reason, count }) => `${kind} ${outcome} ${reason} ${count}`)
    .toSorted()
    .join()
}

/** Into a second WordPress, twice. @param words the file, and the folder of the plugin */
async function comeBack(check: Check, second: WordPress, words: string[]): Promise<void> {
  const heard = await second.run('import.php', ...words)
  for (const [line] of heard.matchAll(/Failed to[^<]*|[^<>]*already exists[^<]*|Sorry[^<]*/g))
    wrong.push(`back: ${line.trim()}`)
  const back = await saidOf(second)
  await checkOut({ ...check, second, back })
  await second.run('import.php', ...words)
  if (knownAgain(await saidOf(second)) !== knownAgain(back)) wrong.push('back once more: something changed')
}

/** Into another Twinleaf, out of the second WordPress. */
async function comeRound({ ours }: Check, second: WordPress): Promise<void> {
  const file = join(folder, 'round.xml')
  writeFileSync(file, await second.run('export.php'))
  const network = await startEmpty('serve', '--no-worker')
  try {
    await network.command('archive', 'import', file, '--media', second.uploads)
    const client = await clientOf(network)
    compareBlogs(ours, await oursOf(client), (what) => wrong.push(what))
    await client.end()
  } finally {
    await network.stop()
  }
}

async function clientOf({ folder: own }: Demonstration): Promise<pg.Client> {
  const joined = await joinEmbedded(join(own, 'postgres'))
  await joined?.stop()
  const client = new pg.Client(joined?.url)
  await client.connect()
  return client
}

/** The plugin does not know again what has a backslash in its name. */
function knownAgain({ texts }: Said): string {
  const known = texts.filter(({ title }) => !title.includes('\\'))
  return JSON.stringify(
    known.map(({ comments, ...text }) => [text, comments.filter(({ name }) => !name.includes('\\'))]),
  )
}
