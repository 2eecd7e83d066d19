import type { App } from '../../../platform/app.ts'
import type { Network } from '../../../platform/network/index.ts'
import type { Example } from '../../../platform/worded.ts'
import { sentenceId } from '../../../platform/words.ts'
import { type Fillings, fillingsIn, probe } from './reading.ts'
import { oursAt } from './revisions.ts'
import type { Place } from './sentences.ts'

/** What an email fills in for somebody, sentence by sentence. */
export async function fillingsOf(
  app: App,
  { email, locale }: Place,
  { to, network }: { to: Example; network: Network },
): Promise<Fillings> {
  const probes = email.keys.map((key) => {
    const at = { feature: email.feature, key, locale }
    return [sentenceId(at), probe(key, oursAt(at))] as const
  })
  const wording = { ...network.wording, ...Object.fromEntries(probes) }
  const { subject, text } = await email.draw(app, to, { ...network, wording })
  return fillingsIn(`${subject}\n${text}`)
}
