import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'
import { toClose } from '../closing.ts'
import { freePort } from '../running/free-port.ts'
import { storeKeys } from './store.ts'

const program = '/usr/bin/moto_server'
export const hasOtherStore = existsSync(program)

/** A store that others have written, in Python, with one bucket. It ends with the test file. */
export async function anotherStore(bucket: string): Promise<{ url: string }> {
  const port = await freePort()
  const server = spawn(program, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
  toClose.add(async () => void server.kill('SIGKILL'))
  const url = `http://127.0.0.1:${port}/${bucket}`
  const { keyId: accessKeyId, secret: secretAccessKey } = storeKeys
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    region: 'us-east-1',
    service: 's3',
    retries: 0,
  })
  while (server.exitCode === null) {
    const answer = await client.fetch(url, { method: 'PUT' }).catch(() => null)
    if (answer?.ok) return { url }
    await pause(100)
  }
  throw new Error(`the store ended with ${server.exitCode}`)
}
