import { execFileSync } from 'node:child_process'

/** Where this machine keeps the certificate authorities that its registries are signed by, if they are its own. */
export const authorities = process.env.NODE_EXTRA_CA_CERTS

const anyDay = ['--aptopt=Acquire::Check-Valid-Until "false"', '--aptopt=Acquire::Check-Date "false"']

/** Unpacks a Debian 13 into a folder, or a file ending in `.tar`. */
export function unpackDebian(into: string, ...options: string[]): void {
  execFileSync('mmdebstrap', ['--quiet', ...options, ...anyDay, 'trixie', into], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
