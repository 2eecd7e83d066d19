import type { Db } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { FileKind } from '../columns.ts'
import type { Source } from '../file.ts'

export type Upload = { id: string; roundId: string; kind: FileKind; fileName: string; sha256: Buffer }

/** A file that was sent and waits to be imported. @throws NotFound `no-such-upload`, also when a day has passed */
export async function uploadById(db: Db, roundId: string, id: string): Promise<Upload> {
  const upload = await db
    .selectFrom('upload')
    .where('id', '=', id)
    .where('roundId', '=', roundId)
    .select(['id', 'roundId', 'kind', 'fileName', 'sha256'])
    .executeTakeFirst()
  if (!upload) throw new NotFound('no-such-upload')
  return { ...upload, kind: upload.kind as FileKind }
}

/** The bytes of an upload, part by part. */
export const uploadSource = (db: Db, id: string): Source =>
  async function* () {
    for (let number = 0; ; number++) {
      const part = await db
        .selectFrom('uploadPart')
        .where('uploadId', '=', id)
        .where('number', '=', number)
        .select('bytes')
        .executeTakeFirst()
      if (!part) return
      yield part.bytes
    }
  }
