/** The network: what it is called, how it looks and writes; each page and email reads it here. */
export { cardSign, networkCard } from './card.ts'
export { isReadable, nearestReadable, ourAccent, readability, type Shades, shadesOf } from './colour.ts'
export { letterhead } from './letterhead.ts'
export {
  type Network,
  type NetworkTexts,
  networkFrom,
  ourSigns,
  type Settings,
  textsIn,
  unset,
} from './network.ts'
export { accentPath, iconPath, signPath } from './paths.ts'
export {
  lastNetwork,
  localesAt,
  networkBefore,
  networkIn,
  pausedSince,
  refuseWhilePaused,
  settingsIn,
  signPicture,
} from './read.ts'
