import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

function tryMounting(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'twinleaf-disk-'))
  try {
    mount(folder, 1)
    execFileSync('umount', [folder])
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const mount = (folder: string, megabytes: number) =>
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })

/** A real disk of that size, for as long as a test runs. @returns its folder */
export function aSmallDisk(megabytes: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'twinleaf-disk-'))
  mount(folder, megabytes)
  onTestFinished(() => {
    execFileSync('umount', [folder])
    rmSync(folder, { recursive: true })
  })
  return folder
}

/** Whether this account may mount a disk of its own; where not, what needs one is skipped. */
export const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && tryMounting()
