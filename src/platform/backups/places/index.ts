import type { Bucket } from '../../store.ts'
import { folderPlace } from './folder.ts'
import type { Place } from './place.ts'
import { s3Place } from './s3.ts'

export { fileAt } from './folder.ts'
export type { Kept, Place } from './place.ts'

/** The place that the configuration names. */
export const placeOf = (to: string | Bucket): Place =>
  typeof to === 'string' ? folderPlace(to) : s3Place(to)
