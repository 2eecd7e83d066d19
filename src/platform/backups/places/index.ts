import { folderPlace } from './folder.ts'
import type { Place } from './place.ts'
import { type Bucket, s3Place } from './s3.ts'

export { fileAt } from './folder.ts'
export type { Kept, Place } from './place.ts'
export type { Bucket } from './s3.ts'

/** The place that the configuration names. */
export const placeOf = (to: string | Bucket): Place =>
  typeof to === 'string' ? folderPlace(to) : s3Place(to)
