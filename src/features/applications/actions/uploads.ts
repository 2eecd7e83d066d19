import { createHash } from 'node:crypto'
import type { App } from '../../../platform/app.ts'
import { allow } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import type { FileKind } from '../columns.ts'
import { shapeOf } from '../file.ts'
import { mayCleanApplications } from '../policy.ts'

const partBytes = 1_000_000
const dayMs = 86_400_000

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
  file: { kind: FileKind; fileName: string; bytes: Uint8Array },
): Promise<string> {
  allow(mayCleanApplications(actor))
  const round = await roundByCode(app.db, actor, roundCode)
  await shapeOf(async function* () {
    yield file.bytes
  })
  return app.db.transaction().execute(async (tx) => {
    await tx
      .deleteFrom('upload')
      .where('uploadedAt', '<', new Date(app.now().getTime() - dayMs))
      .execute()
    const sha256 = createHash('sha256').update(file.bytes).digest()
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
    for (let number = 0; number * partBytes < file.bytes.length; number++) {
      const bytes = Buffer.from(file.bytes.subarray(number * partBytes, (number + 1) * partBytes))
      await tx.insertInto('uploadPart').values({ uploadId: id, number, bytes }).execute()
    }
    return id
  })
}
