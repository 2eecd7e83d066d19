/**
 * What it costs to meet what somebody sends to harm: `node bench/hostile/index.ts`.
 *
 * Pictures that are scripts, bombs and giants, comments and texts made to be slow or to pass for something else: each meets
 * the code of ours that reads it, in a process of its own. Prints what became of it, the processor time it took, and the most
 * memory beyond what the process had before. Linux only. Fails when one becomes something else than it should, or takes more than 2 s or 300 MB.
 * Every run of the tests meets all but the giants: `test/hostile.test.ts`.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { things } from './things.ts'

const limits = { ms: 2_000, mb: 300 }
const folder = mkdtempSync(join(tmpdir(), 'twinleaf-hostile-'))
const file = join(folder, 'sent')

console.log(`load ${loadavg()[0]?.toFixed(1)}`)
try {
  for (const [at, { what, make, becomes }] of things.entries()) {
    const sent = await make()
    writeFileSync(file, sent)
    const said = execFileSync(process.execPath, [join(import.meta.dirname, 'meet.ts'), String(at), file])
    const met = JSON.parse(said.toString()) as { became: string; ms: number; mb: number }
    const isRight = met.became === becomes && met.ms <= limits.ms && met.mb <= limits.mb
    const cost = `${met.ms.toFixed(0).padStart(6)} ms ${met.mb.toFixed(0).padStart(5)} MB`
    console.log(`${isRight ? ' ' : '!'}${cost}  ${what} (${sent.length} bytes): ${met.became.slice(0, 60)}`)
    if (!isRight) process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true })
}
