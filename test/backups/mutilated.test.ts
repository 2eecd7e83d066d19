import { writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { expect, test } from 'vitest'
import { restore } from '../../src/cli/restore.ts'
import { createBackup } from '../../src/features/backups/actions/create.ts'
import type { App } from '../../src/platform/app.ts'
import { Refusal } from '../../src/platform/refusals.ts'
import { sayRefusal } from '../../src/platform/words.ts'
import { aPerson, aRound } from '../builders.ts'
import { testApp } from '../harness.ts'
import { anEmptyPlace, thingsIn } from './harness.ts'
import {
  changed,
  flipped,
  gzipped,
  type Piece,
  packed,
  piecesOf,
  tarOf,
  withHeader,
  withManifest,
  withRows,
} from './mutilated.ts'

const app = await testApp()
await aPerson(app, { role: 'director', email: 'ada@library.example' })
await aPerson(app, { name: 'Bela Nagy', role: 'coordinator' })
await aRound(app)

const sound = await backupBytes(app)
const pieces = await piecesOf(sound)
const identity = await generateX25519Identity()
const publicKey = await identityToRecipient(identity)
app.at('2016-02-21T12:00:00Z')
const sealed = await backupBytes({
  ...app,
  config: { ...app.config, backup: { ...app.config.backup, publicKey } },
})
const place = await anEmptyPlace()

async function backupBytes(from: App): Promise<Buffer> {
  const { backup } = await createBackup(from)
  return readFile(join(app.config.dataDir, 'backups', backup.name))
}

const repacked = async (all: readonly Piece[]) => packed(await tarOf(all))
const without = (name: string) => pieces.filter(({ header }) => header.name !== name)
const plus = (piece: Piece, at = pieces.length) => pieces.toSpliced(at, 0, piece)
const aPiece = (name: string, header: Partial<Piece['header']> = {}): Piece => ({
  header: { name, ...header },
  bytes: Buffer.from('rows'),
})
const partAt = (bytes: Buffer, part: number) => Math.floor((bytes.length - 1) * part)
const damaged = /^backup-(damaged|cut-off|part-differs|not-ours|piece-unknown)$/
const orAnothers = new RegExp(`${damaged.source}|^backup-wrong-key$`)

type Case = [name: string, bytes: () => Promise<Buffer> | Buffer, code: string | RegExp, key?: string]

const cases: Case[] = [
  ...[0.001, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1].map(
    (part): Case => [`cut off at ${part}`, () => sound.subarray(0, partAt(sound, part)), damaged],
  ),
  // At 1 it is the sum over all of it. A few bits before say nothing: flipped, they unpack to the same bytes.
  ...[0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 1].map(
    (part): Case => [`a bit flipped at ${part}`, () => flipped(sound, partAt(sound, part)), damaged],
  ),
  ['nothing', () => Buffer.alloc(0), 'backup-not-ours'],
  ['a letter', () => Buffer.from('Dear librarian, here is your backup.'), 'backup-not-ours'],
  ['a plain tar', () => tarOf(pieces), 'backup-not-ours'],
  ['packed otherwise', async () => gzipped(await tarOf(pieces)), 'backup-not-ours'],
  ['another product’s tar', () => repacked([aPiece('dump.sql'), aPiece('media/1.jpg')]), 'backup-not-ours'],
  [
    'a first piece that is no JSON',
    () => repacked(changed(pieces, 'twinleaf.json', () => '{')),
    'backup-not-ours',
  ],
  ['without its first piece', () => repacked(without('twinleaf.json')), 'backup-not-ours'],
  ['without its last piece', () => repacked(without('manifest.json')), 'backup-cut-off'],
  ['without the rows of a table', () => repacked(without('rows/person/000000')), 'backup-part-differs'],
  [
    'a later layout',
    () => repacked(withHeader(pieces, (said) => Object.assign(said, { edition: 2 }))),
    'backup-newer',
  ],
  [
    'a schema that is not known',
    () => repacked(withHeader(pieces, ({ migrations }) => migrations.push('9999-tomorrow'))),
    'backup-newer',
  ],
  [
    'a wrong sum',
    () =>
      repacked(
        withManifest(pieces, ({ parts }) => Object.assign(parts[0] ?? {}, { sha256: '0'.repeat(64) })),
      ),
    'backup-part-differs',
  ],
  [
    'a wrong count',
    () =>
      repacked(
        withManifest(pieces, ({ parts }) =>
          Object.assign(parts.find(({ table }) => table === 'person') ?? {}, { rows: 9 }),
        ),
      ),
    'backup-part-differs',
  ],
  [
    'a first piece that the last does not know',
    () => repacked(changed(pieces, 'twinleaf.json', (text) => `${text} `)),
    'backup-damaged',
  ],
  [
    'rows changed',
    () => repacked(changed(pieces, 'rows/person/000000', (text) => text.replace('ada@', 'eve@'))),
    'backup-part-differs',
  ],
  ['a sum too few', () => repacked(withManifest(pieces, ({ parts }) => void parts.pop())), 'backup-damaged'],
  [
    'a role of nobody',
    () =>
      repacked(
        withRows(pieces, 'role_grant', (text) =>
          text.replace(/\t[0-9a-f-]{36}\t/, `\t${crypto.randomUUID()}\t`),
        ),
      ),
    'backup-rows-unfit',
  ],
  ['a person twice', () => repacked(withRows(pieces, 'person', (text) => text + text)), 'backup-rows-unfit'],
  [
    'a row cut short',
    () => repacked(withRows(pieces, 'person', (text) => `${text.slice(0, 30)}\n`)),
    'backup-rows-unfit',
  ],
  [
    'a round that ends before it starts',
    () => repacked(withRows(pieces, 'round', (text) => text.replace('2016-06-19', '2016-01-01'))),
    'backup-rows-unfit',
  ],
  [
    'a column that is none',
    () =>
      repacked(
        withHeader(
          pieces,
          ({ parts }) => void parts.find(({ table }) => table === 'person')?.columns.splice(0, 1, 'x'),
        ),
      ),
    'backup-rows-unfit',
  ],
  [
    'a table that is none',
    () =>
      repacked(
        withManifest(
          withHeader(
            pieces,
            ({ parts }) => void parts.push({ table: 'zebra', columns: ['id'], format: 'text' } as never),
          ),
          ({ parts }) => void parts.push({ table: 'zebra', rows: 0, bytes: 0, sha256: emptySum } as never),
        ),
      ),
    'backup-rows-unfit',
  ],
  [
    'sessions to sign in by',
    () =>
      repacked(
        withManifest(
          withHeader(
            pieces,
            ({ parts }) => void parts.push({ table: 'session', columns: ['id'], format: 'text' } as never),
          ),
          ({ parts }) => void parts.push({ table: 'session', rows: 0, bytes: 0, sha256: emptySum } as never),
        ),
      ),
    'backup-piece-unknown',
  ],
  ['a piece after the last', () => repacked(plus(aPiece('rows/person/000001'))), 'backup-piece-unknown'],
  ['a piece between', () => repacked(plus(aPiece('rows/zebra/000000'), 3)), 'backup-piece-unknown'],
  [
    'pieces in another order',
    () => repacked([...pieces.slice(0, 1), ...pieces.slice(1, -1).reverse(), ...pieces.slice(-1)]),
    damaged,
  ],
  [
    'a name that leads away',
    () => repacked(plus(aPiece('../../../../etc/cron.d/twinleaf'), 1)),
    'backup-piece-unknown',
  ],
  [
    'a name from the root',
    () => repacked(plus(aPiece('/root/.ssh/authorized_keys'), 1)),
    'backup-piece-unknown',
  ],
  [
    'a link',
    () => repacked(plus(aPiece('rows/a/000000', { type: 'symlink', linkname: '/etc/passwd' }), 1)),
    'backup-piece-unknown',
  ],
  ['a folder', () => repacked(plus(aPiece('rows', { type: 'directory' }), 1)), 'backup-piece-unknown'],
  [
    'a first piece without end',
    () => repacked([{ header: { name: 'twinleaf.json' }, bytes: Buffer.alloc(300_000_000) }]),
    'backup-too-large',
  ],
  [
    'a piece without end',
    () => repacked(changed(pieces, 'rows/person/000000', () => 'x'.repeat(5_000_000))),
    'backup-too-large',
  ],
  ['another’s key', () => sealed, 'backup-wrong-key', 'other'],
  ['no key', () => sealed, 'backup-needs-key'],
  ['encrypted and cut off', () => sealed.subarray(0, -100), damaged, 'own'],
  ['encrypted, a bit flipped', () => flipped(sealed, sealed.length - 200), damaged, 'own'],
  // There the header names the key: what it names now is another's, or nothing.
  ['encrypted, its header changed', () => flipped(sealed, 60), orAnothers, 'own'],
]

const emptySum = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

const keys: Record<string, string> = { own: identity, other: await generateX25519Identity() }

test.each(cases)(
  '%s is refused with a sentence and leaves nothing behind',
  async (_name, bytes, code, key) => {
    const file = join(app.config.dataDir, 'mutilated')
    writeFileSync(file, await bytes())
    const keyFile = key ? join(app.config.dataDir, 'key') : undefined
    if (keyFile && key) writeFileSync(keyFile, `# public key\n${keys[key]}\n`)

    const refusal = await restore(place, file, { identity: keyFile }).catch((error: unknown) => error)

    expect(refusal).toBeInstanceOf(Refusal)
    const said = refusal as Refusal
    expect(said.code).toMatch(code)
    expect(sayRefusal('en', said.code, said.args)).toMatch(/^[A-Z].*\.$/)
    expect(await thingsIn(place.databaseUrl)).toEqual([])
    expect(await readdir(place.dataDir)).toEqual([])
  },
)

test('what all of these were made of is sound', async () => {
  const file = join(app.config.dataDir, 'sound')
  writeFileSync(file, await repacked(pieces))

  const { rows } = await restore(place, file, {})

  expect(rows).toBeGreaterThan(5)
})
