import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { root } from '../src/platform/root.ts'

/** For packages that still load parts of themselves in the old way. */
const requireForPackages =
  "import { createRequire as requireIn } from 'node:module'; const require = requireIn(import.meta.url)"

/**
 * A program of ours in one file with its packages, as a process of its own runs it, and all languages beside it.
 *
 * @param entry from the root of the project
 * @param folder that is there
 * @param external packages that stay outside; `folder` then has to stand where they are found
 * @returns the path of the bundle
 */
export async function bundled(entry: string, folder: string, external: string[] = []): Promise<string> {
  const outfile = join(folder, `${basename(entry, '.ts')}.mjs`)
  await build({
    ...{ entryPoints: [join(root, entry)], outfile, bundle: true, external },
    ...{ format: 'esm', platform: 'node', target: 'node26', logLevel: 'error' },
    banner: { js: requireForPackages },
  })
  const { otherLanguages } = await import(join(root, 'bin/words.mjs'))
  for (const [locale, sentences] of Object.entries(otherLanguages()))
    writeFileSync(join(folder, `words.${locale}.json`), JSON.stringify(sentences))
  return outfile
}
