import { version } from '../../platform/version.ts'

/** How we introduce ourselves to other servers. */
export const agent = ({ origin }: { origin: string }): string => `Twinleaf/${version} (+${origin}/)`
