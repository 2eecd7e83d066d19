/** The id of a field's control, or of the first of its choices: what an error summary links to. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`
}
