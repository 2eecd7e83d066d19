import type { App } from '../../../platform/app.ts'
import { daysBefore } from '../../../platform/days.ts'
import { allow } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import type { FileKind } from '../columns.ts'
import { type Source, shapeOf } from '../file.ts'
import { mayCleanApplications } from '../policy.ts'

const partBytes = 1_000_000

/**
 * Takes a file, to be looked at before anything is made of it. It is kept for a day.
 *
 * @returns its id
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 * @throws Unacceptable, TooLarge as `shapeOf` does
 */
export async function keepUpload(
  app: App,
  actor: Actor,
  roundCode: string,
  file: { kind: FileKind; fileName: string; source: Source },
): Promise<string> {
  allow(mayCleanApplications(actor))
  const round = await roundByCode(app.db, actor, roundCode)
  const { sha256 } = await shapeOf(file.source)
  return app.db.transaction().execute(async (tx) => {
    await tx.deleteFrom('upload').where('uploadedAt', '<', daysBefore(app.now(), 1)).execute()
    const { id } = await tx
      .insertInto('upload')
      .values({
        roundId: round.id,
        kind: file.kind,
        fileName: file.fileName,
        sha256,
        uploadedBy: actor.id,
        uploadedAt: app.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    let number = 0
    for await (const bytes of inParts(file.source()))
      await tx.insertInto('uploadPart').values({ uploadId: id, number: number++, bytes }).execute()
    return id
  })
}

/** A file in parts of one size, the last of which is what is left; no more than one is held at a time. */
async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let [held, size]: [Uint8Array[], number] = [[], 0]
  for await (const chunk of bytes) {
    held.push(chunk)
    size += chunk.length
    if (size < partBytes) continue
    const whole = Buffer.concat(held)
    let from = 0
    for (; whole.length - from >= partBytes; from += partBytes) yield whole.subarray(from, from + partBytes)
    held = [whole.subarray(from)]
    size = whole.length - from
  }
  if (size > 0) yield Buffer.concat(held)
}
