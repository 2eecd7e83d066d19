import type { Feature } from '../people/index.ts'
import { ownData } from './own-data.ts'
import { ownDates } from './queries/mine.ts'
import { routes } from './routes.tsx'

export const shell: Feature = {
  name: 'calendars',
  ownData,
  routes,
  mine: ownDates,
  unlisted: ['/calendar'],
}
