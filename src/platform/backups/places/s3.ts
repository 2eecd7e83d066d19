import { NotFound } from '../../refusals.ts'
import { type Bucket, StoreFails, storeAt } from '../../store.ts'
import { byName } from './folder.ts'
import type { Place } from './place.ts'

/** Any store that speaks S3. */
export function s3Place(bucket: Bucket): Place {
  const store = storeAt(bucket, 'backups')
  return {
    where: store.where,
    put: (name, file) => store.upload(name, file),
    async get(name) {
      try {
        return await store.open(name)
      } catch (error) {
        if (error instanceof StoreFails && error.status === 404)
          throw new NotFound('no-such-backup', { name })
        throw error
      }
    },
    list: async (start) => (await store.list(start)).sort(byName),
    remove: (name) => store.remove(name),
  }
}
