/** A limit as the docs list it: of what, how much, and what anyone who goes past it gets. */
export type ListedLimit = { of: string; most: string; past: string }

/** How the docs say a limit of so many in so many minutes. */
export const often = ({ count, minutes }: { count: number; minutes: number }) => ({
  most: `${count} in ${minutes} minutes`,
  past: '429, Retry-After',
})
