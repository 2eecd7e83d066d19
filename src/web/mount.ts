import * as applications from '../features/applications/routes.tsx'
import * as desk from '../features/desk/routes.tsx'
import * as mail from '../features/mail/routes/index.ts'
import * as media from '../features/media/routes.tsx'
import * as pairings from '../features/pairings/routes/index.ts'
import type { router } from '../features/people/index.ts'
import * as people from '../features/people/routes/index.ts'
import * as posts from '../features/posts/routes/index.tsx'
import * as rounds from '../features/rounds/routes.tsx'
import * as scenarios from '../features/scenarios/routes/index.ts'
import * as topics from '../features/topics/routes.tsx'

type Router = ReturnType<typeof router>

/** Addresses for everyone, by feature. */
export const publicRoutes: Router[] = [
  people.routes,
  mail.routes,
  posts.routes,
  media.routes,
  rounds.routes,
  pairings.routes,
]

/** Addresses of the office, mounted under /office behind its gate. */
export const officeRoutes: Router[] = [
  people.office,
  applications.office,
  desk.office,
  mail.office,
  rounds.office,
  scenarios.office,
  pairings.office,
  topics.office,
]
