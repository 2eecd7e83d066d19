import * as z from 'zod'
import { isWebAddress, objectIn } from '../gate.ts'

/** The address of something elsewhere; in bytes, as an index of the database counts it. */
const address = z.string().refine((text) => Buffer.byteLength(text) <= 1_000 && isWebAddress(text))

/** Something that is named, or enclosed as a whole: only its address is believed. */
const named = z.union([address, z.looseObject({ id: address }).transform(({ id }) => id)])

/** One or several of something. */
const some = <Value>(one: z.ZodType<Value>) =>
  z.union([
    one.transform((value) => [value]),
    z.array(z.unknown()).transform((all) =>
      all.flatMap((each) => {
        const read = one.safeParse(each)
        return read.success ? [read.data] : []
      }),
    ),
  ])

const audience = some(z.string().max(1_000)).catch([])

/** A text in one language, or in several by their codes: then the first. */
const said = z
  .looseObject({
    content: z.string().optional().catch(undefined),
    contentMap: z.record(z.string(), z.string()).optional().catch(undefined),
  })
  .transform(({ content, contentMap }) => content ?? Object.values(contentMap ?? {})[0] ?? '')

/** A text that answers something. */
const reply = z
  .looseObject({
    id: address,
    type: z.literal('Note'),
    attributedTo: named,
    inReplyTo: named.nullish().catch(null),
    to: audience,
    cc: audience,
  })
  .transform((note) => ({
    address: note.id,
    by: note.attributedTo,
    answers: note.inReplyTo ?? null,
    isPublic: [...note.to, ...note.cc].some((one) => publicly.has(one)),
    html: said.parse(note),
  }))

export type Reply = z.output<typeof reply>

const publicly = new Set(['https://www.w3.org/ns/activitystreams#Public', 'as:Public', 'Public'])

const base = { id: address, actor: address }

/** What another server can tell us that changes anything here; all else is let pass. */
const message = z.discriminatedUnion('type', [
  z.looseObject({ ...base, type: z.literal('Follow'), object: named }),
  z.looseObject({ ...base, type: z.literal('Undo'), object: named }),
  z.looseObject({ ...base, type: z.enum(['Like', 'Announce']), object: named }),
  z.looseObject({ ...base, type: z.literal('Create'), object: reply }),
  z.looseObject({ ...base, type: z.literal('Update'), object: z.union([reply, named]) }),
  z.looseObject({ ...base, type: z.enum(['Delete', 'Block', 'Move']), object: named }),
  z.looseObject({
    ...base,
    type: z.literal('Flag'),
    object: some(named).pipe(z.array(z.string()).min(1).max(50)),
    content: z.string().nullish().catch(null),
  }),
])

export type Message = z.output<typeof message>

/** @returns null for what has no address, or is of no kind that means anything here */
export function messageIn(plain: Record<string, unknown>): Message | null {
  const read = message.safeParse(plain)
  return read.success ? read.data : null
}

/** The address of a message, whatever it says. */
export const addressIn = (plain: Record<string, unknown>): string | null => {
  const read = address.safeParse(plain.id)
  return read.success ? read.data : null
}

/** What is read of the document that a server gives of an account: so much, and nothing else. */
const account = z.looseObject({
  id: address,
  type: z.enum(['Person', 'Service', 'Application', 'Group', 'Organization']),
  preferredUsername: z.string().min(1).max(100),
  name: z.string().nullish().catch(null),
  url: z
    .union([address, some(named).transform(([first]) => first)])
    .nullish()
    .catch(null),
  inbox: address,
  endpoints: z.looseObject({ sharedInbox: address.nullish() }).nullish().catch(null),
  publicKey: z.looseObject({ id: address, owner: address, publicKeyPem: z.string().max(4_000) }),
  alsoKnownAs: some(address).catch([]),
})

export type AccountDocument = z.output<typeof account>

/** As rich as such documents are: Mastodon's, with many fields and emojis, stay far below. */
export const documentLimits = { bytes: 128 * 1024, depth: 12, objects: 400 }

/** @returns null for what is no account */
export function accountIn(body: string): AccountDocument | null {
  const plain = objectIn(body, documentLimits)
  if (typeof plain === 'string') return null
  const read = account.safeParse(plain)
  return read.success ? read.data : null
}
