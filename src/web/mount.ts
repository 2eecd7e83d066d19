import * as mail from '../features/mail/routes/index.ts'
import * as media from '../features/media/routes.tsx'
import type { router } from '../features/people/index.ts'
import * as people from '../features/people/routes/index.ts'
import * as posts from '../features/posts/routes.tsx'
import * as rounds from '../features/rounds/routes.tsx'

type Router = ReturnType<typeof router>

/** Addresses for everyone, by feature. */
export const publicRoutes: Router[] = [people.routes, mail.routes, posts.routes, media.routes, rounds.routes]

/** Addresses of the office, mounted under /office behind its gate. */
export const officeRoutes: Router[] = [rounds.office]
