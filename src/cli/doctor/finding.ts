/** What one check found: how things are, and what to do where they are not well. */
export type Finding = { check: string; ok: boolean; note: string; advice?: string }

export const well = (check: string, note: string): Finding => ({ check, ok: true, note })
export const wrong = (check: string, note: string, advice: string): Finding => ({
  check,
  ok: false,
  note,
  advice,
})

/** One line each. */
export const sayFinding = ({ check, ok, note, advice }: Finding): string =>
  `${ok ? 'ok  ' : 'LOOK'} ${check}: ${note}${advice ? ` → ${advice}` : ''}`
