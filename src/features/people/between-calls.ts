import type { Variables } from './router.ts'

/** What features offer a reader while no round is open for applications. */
export const betweenCalls = ({ features, frame }: Pick<Variables, 'features' | 'frame'>) =>
  features.flatMap((feature) => feature.betweenCalls?.(frame) ?? [])
