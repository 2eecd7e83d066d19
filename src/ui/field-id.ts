/**
 * The id of a field's control, or of the first of its choices: what an error summary links to. The
 * `[]` of a list is not part of it, because errors are told by the bare name.
 */
export function fieldId(name: string): string {
  return `f-${name.replace(/\[\]$/, '').replace(/[^\p{L}\p{N}_-]+/gu, '-')}`
}
