import type { Context } from 'hono'
import type { Typed } from '../../../../platform/forms.ts'
import { isUuid } from '../../../../platform/ids.ts'
import { Unacceptable } from '../../../../platform/refusals.ts'
import { addPicture } from '../../../media/index.ts'
import type { Env } from '../../../people/index.ts'

/**
 * Keeps a picture that was sent along, also when the rest of the form needs another look.
 *
 * @returns its id, else that of the one which was there; empty for none. `error` is why it is not taken
 */
export async function sentPicture(c: Context<Env>, typed: Typed): Promise<{ id: string; error?: string }> {
  const { app, actor } = c.var
  const id = typeof typed.pictureId === 'string' && isUuid(typed.pictureId) ? typed.pictureId : ''
  const upload = typed.picture
  if (!(upload instanceof File) || (upload.size === 0 && upload.name === '')) return { id }
  try {
    return { id: await addPicture(app, actor, new Uint8Array(await upload.arrayBuffer())) }
  } catch (error) {
    if (error instanceof Unacceptable) return { id, error: error.code }
    throw error
  }
}
