import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'

/** The keys that it knows. */
export const storeKeys = { keyId: 'S3RVER', secret: 'S3RVER', region: 'auto' }

/** A store that speaks S3, with one bucket, for as long as it is not closed. */
export async function aStore(bucket: string) {
  const store = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: mkdtempSync(join(tmpdir(), 'twinleaf-store-')),
    configureBuckets: [{ name: bucket, configs: [] }],
  })
  const { port } = await store.run()
  return { url: `http://127.0.0.1:${port}/${bucket}`, close: () => store.close() }
}

/** Where nobody listens. */
export const storeAway = { url: 'http://127.0.0.1:1/pictures', ...storeKeys }
