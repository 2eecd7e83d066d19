import type { Formats } from '../../platform/formats.ts'
import { catalogue } from '../../platform/words.ts'
import { type Arguments, type English, files } from './words/index.ts'

export const words = catalogue<English, Arguments>(files, 'pairings')
export type PairingWords = ReturnType<typeof words>

/** Everything that is needed to say something to someone. */
export type Voice = { t: PairingWords; f: Formats; locale: string }

/** The heading over what someone without a partner is told. */
export const waitingTitle = (because: string) =>
  because === 'held' ? 'partner.held.title' : 'partner.waiting.title'
