/** At most so many of a round. */
export const voicePlaces = [1, 2, 3] as const
export type VoicePlace = (typeof voicePlaces)[number]

/** How somebody agreed that it is shown. */
export const consentWays = ['email', 'form', 'spoken'] as const
export type ConsentWay = (typeof consentWays)[number]

/** What somebody says of a round, as everyone reads it. */
export type Voice = {
  text: string
  /** The language it was written in. */
  locale: string
  /** What they agreed to have below it. */
  signed: string
}

/** As the office knows it. */
export type OfficeVoice = Voice & {
  place: VoicePlace
  name: string
  email: string
  /** `YYYY-MM-DD` */
  consentOn: string
  consentHow: ConsentWay
}

/** In characters. */
export const longestVoice = { text: 600, signed: 120 } as const
