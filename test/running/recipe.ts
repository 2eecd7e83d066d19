import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../src/platform/root.ts'

/** Commands that someone copies from a page, in one box, with the headings they stand under. */
export type Box = { under: string; commands: string }

/** The boxes of a page of docs/running, in their order. */
export function boxesOf(page: string): Box[] {
  const text = readFileSync(join(root, 'docs/running', page), 'utf8')
  let under = ''
  return [...text.matchAll(/^#+ (.+)$|^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, heading, commands]) => {
    under = heading ?? under
    return commands ? [{ under, commands }] : []
  })
}

/** The steps that everyone takes, one after the other. */
export const isStep = ({ under }: Box) => /^\d+\. /.test(under)
