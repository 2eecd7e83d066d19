/** A limit as the docs list it: of what, how much, and what anyone who goes past it gets. */
export type ListedLimit = { of: string; most: string; past: string }
