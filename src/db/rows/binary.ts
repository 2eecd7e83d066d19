/** The values of a row, as `copy … (format binary)` writes them, in the order of its columns. */
type Values = readonly (Buffer | null)[]

/** Signature, flags, and how long the rest of what it begins with is. In bytes. */
const opening = 19
const ending = -1
const isNull = -1

/**
 * Rows as `copy … to stdout (format binary)` gives them, each changed on its way; one is in memory at a time.
 *
 * @source https://www.postgresql.org/docs/current/sql-copy.html
 */
export async function* changedRows(
  rows: AsyncIterable<Buffer>,
  change: (values: Values) => Promise<Values>,
): AsyncGenerator<Buffer> {
  const { take, rest, end } = takingFrom(rows)
  const fields = async () => (await take(2)).readInt16BE()
  try {
    const start = await take(opening)
    yield Buffer.concat([start, await take(start.readInt32BE(opening - 4))])
    for (let count = await fields(); count !== ending; count = await fields()) {
      const values: (Buffer | null)[] = []
      while (values.length < count) {
        const length = (await take(4)).readInt32BE()
        values.push(length === isNull ? null : await take(length))
      }
      yield asRow(await change(values))
    }
    yield int16(ending)
    await rest()
  } finally {
    await end()
  }
}

const asRow = (values: Values): Buffer =>
  Buffer.concat([
    int16(values.length),
    ...values.flatMap((value) => (value ? [int32(value.length), value] : [int32(isNull)])),
  ])

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

/** Takes so many bytes at a time, however they come. @throws Error when they end before */
function takingFrom(bytes: AsyncIterable<Buffer>) {
  const chunks = bytes[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  return {
    async take(size: number): Promise<Buffer> {
      const parts = [held]
      for (let length = held.length; length < size; ) {
        const { value, done } = await chunks.next()
        if (done) throw new Error('The rows of a table ended in the middle of one.')
        parts.push(value)
        length += value.length
      }
      const all = parts.length === 1 ? held : Buffer.concat(parts)
      held = all.subarray(size)
      return all.subarray(0, size)
    },
    /** A connection goes on once all of it was heard. */
    async rest(): Promise<void> {
      for (let done = false; !done; ) done = (await chunks.next()).done === true
    },
    /** Lets go of what they come from, also where something went wrong on the way. */
    async end(): Promise<void> {
      await chunks.return?.()
    },
  }
}
