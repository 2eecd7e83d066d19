import { scheduled } from '../../platform/jobs.ts'
import { type Send, tellHub } from './actions/hub.ts'

const send: Send = async (address, form) => {
  const answer = await fetch(address, {
    method: 'POST',
    body: form,
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`the hub answered ${answer.status}`)
}

/** Every five minutes: tells the hub of the feeds what is new, where the network has one. */
export const tellHubOfPosts = scheduled('posts.tell-hub', '*/5 * * * *', (app) => tellHub(app, send))
