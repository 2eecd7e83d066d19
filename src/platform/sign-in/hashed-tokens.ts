import { createHash } from 'node:crypto'
import type { DBAdapter, DBAdapterInstance, Where } from 'better-auth/adapters'

/** What is stored of a session's token. The token has 256 random bits, so a plain hash cannot be guessed back. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('base64url')

/**
 * Lets the library work with tokens of sessions while the database sees their hashes alone. Rows found by a
 * token carry that token again; rows found otherwise carry the hash, with which nobody can do anything.
 */
export function hashedTokens(instance: DBAdapterInstance): DBAdapterInstance {
  return (options) => {
    const inner = instance(options)
    const adapter: DBAdapter = {
      ...inner,
      create: async <T extends Record<string, unknown>, R = T>(input: NewRow<T>) => {
        if (!isSession(input)) return inner.create<T, R>(input)
        const { token } = input.data
        const data = { ...input.data, token: tokenHash(String(token)) }
        return { ...(await inner.create<T, R>({ ...input, data })), token }
      },
      findOne: async (input) => withToken(await inner.findOne(hashed(input)), tokenIn(input)),
      findMany: (input) => inner.findMany(input.where ? hashed({ ...input, where: input.where }) : input),
      update: async (input) => withToken(await inner.update(hashed(input)), tokenIn(input)),
      updateMany: (input) => inner.updateMany(hashed(input)),
      delete: (input) => inner.delete(hashed(input)),
      deleteMany: (input) => inner.deleteMany(hashed(input)),
      consumeOne: async (input) => withToken(await inner.consumeOne(hashed(input)), tokenIn(input)),
      incrementOne: async (input) => withToken(await inner.incrementOne(hashed(input)), tokenIn(input)),
      transaction: (run) => run(adapter),
    }
    return adapter
  }
}

type NewRow<T> = { model: string; data: Omit<T, 'id'>; select?: string[]; forceAllowId?: boolean }
type Question = { model: string; where: Where[] }

const isSession = ({ model }: { model: string }) => model === 'session'

function hashed<Asked extends Question>(input: Asked): Asked {
  if (!isSession(input)) return input
  return { ...input, where: input.where.map((one) => (one.field === 'token' ? hashedWhere(one) : one)) }
}

const hashedWhere = (one: Where): Where => ({
  ...one,
  value: Array.isArray(one.value)
    ? one.value.map((token) => tokenHash(String(token)))
    : tokenHash(String(one.value)),
})

const tokenIn = (input: Question) => {
  const value = isSession(input) ? input.where.find((one) => one.field === 'token')?.value : undefined
  return typeof value === 'string' ? value : undefined
}

const withToken = <Row>(row: Row, token: string | undefined): Row =>
  row && token !== undefined ? { ...row, token } : row
