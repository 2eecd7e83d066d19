import { router } from '../../people/index.ts'
import { leaveRoutes } from './leave.tsx'
import { routes as partner } from './partner.tsx'
import { office as release } from './release.tsx'
import { office as again } from './rematch.tsx'
import { office as releaseRematch } from './rematch-release.tsx'

export const routes = router()
routes.route('/', partner)
routes.route('/', leaveRoutes)

export const office = router()
office.route('/', release)
office.route('/', again)
office.route('/', releaseRematch)
