import type { router } from '../features/people/index.ts'

type Router = ReturnType<typeof router>

/** Addresses for everyone, by feature. */
export const publicRoutes: Router[] = []

/** Addresses of the office, mounted under /office behind its gate. */
export const officeRoutes: Router[] = []
