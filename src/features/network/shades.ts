/** Colours that are offered beside ours; a test holds each readable. */
export const shades = {
  ink: '#1f4e79',
  teal: '#0b5c63',
  plum: '#6a3577',
  wine: '#8a1538',
  rust: '#8c3b0f',
  slate: '#43505c',
} as const
export type ShadeName = keyof typeof shades

/** As its form shows an accent: one of these, ours, or another. */
export const shadeNames = ['ours', ...(Object.keys(shades) as ShadeName[]), 'own'] as const
export type ShadeChoice = (typeof shadeNames)[number]

export function choiceOf(accent: string | null): ShadeChoice {
  if (accent === null) return 'ours'
  return shadeNames.find((name) => name !== 'ours' && name !== 'own' && shades[name] === accent) ?? 'own'
}

/** @param own the colour that was typed for another */
export const accentOf = (choice: ShadeChoice, own: string | null): string | null =>
  choice === 'own' ? own : choice === 'ours' ? null : shades[choice]
