import * as z from 'zod'

/** What a backup begins with: what it is, and what will come. */
export const headerShape = z.strictObject({
  what: z.literal('twinleaf-backup'),
  /** How the file is laid out. */
  edition: z.literal(1),
  /** Of the program that wrote it. */
  version: z.string(),
  at: z.iso.datetime(),
  /** Names of the migrations that its database had had, in order: the version of the schema. */
  migrations: z.array(z.string()).min(1),
  parts: z.array(
    z.strictObject({
      table: z.string().regex(/^[a-z][a-z0-9_]*$/),
      columns: z.array(z.string()).min(1),
      format: z.enum(['text', 'binary']),
    }),
  ),
})
export type Header = z.infer<typeof headerShape>

/** What is sure of a backup in any layout. */
export const laterShape = z.object({
  what: z.literal('twinleaf-backup'),
  edition: z.int(),
  version: z.string(),
})

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A job that waited: its queue, and what it was given. */
const waitingShape = z.strictObject({
  queue: z.string(),
  payload: z.record(z.string(), z.unknown()),
})
export type Waiting = z.infer<typeof waitingShape>

/** What a backup ends with: what must have come. */
export const manifestShape = z.strictObject({
  /** SHA-256 of what it begins with. */
  header: sha256,
  parts: z.array(z.strictObject({ table: z.string(), rows: z.int().min(0), bytes: z.int().min(0), sha256 })),
  waiting: z.array(waitingShape),
})
export type Manifest = z.infer<typeof manifestShape>

export const headerName = 'twinleaf.json'
export const manifestName = 'manifest.json'
export const pieceName = (table: string, number: number) => `rows/${table}/${String(number).padStart(6, '0')}`

/** The rows of a table come in pieces: a tar says how long each is before it comes, and memory holds one. In bytes. */
export const pieceSize = 4 * 1024 * 1024

/** The first and the last piece are read whole. In bytes. */
export const largestText = 64 * 1024 * 1024
