import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize } from 'node:v8'
import type { Assets } from './assets.ts'

/** Stylesheets and scripts as they were built with the bundle that runs; without one they are built now. */
export async function keptAssets(): Promise<Assets> {
  const kept = await readFile(join(import.meta.dirname, 'assets.bin')).catch(() => null)
  if (kept) return deserialize(kept) as Assets
  const { buildAssets } = await import('./assets.ts')
  return buildAssets()
}
