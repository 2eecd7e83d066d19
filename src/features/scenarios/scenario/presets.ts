import { type Choices, choicesOf, settingsOf } from './choices.ts'
import { defaultSettings, type Settings } from './settings.ts'

/** Settings that someone may want to try as a whole; all else of each is as usual. */
const differing = {
  'as-wished': { wishesShare: 100 },
  'talk-live': { wishesShare: 40, hours: 100, enoughHours: 6 },
  'shared-interests': { interests: 100, sector: 10, stage: 10 },
  'spread-countries': { wishesShare: 40, hours: 20, region: 100 },
} satisfies Record<string, Partial<Choices>>

export type Preset = keyof typeof differing
export const presets = Object.keys(differing) as [Preset, ...Preset[]]

export const presetSettings = (preset: Preset): Settings =>
  settingsOf({ ...choicesOf(defaultSettings), ...differing[preset] })
