import { router } from '../../people/index.ts'
import { routes as partner } from './partner.tsx'
import { office as release } from './release.tsx'
import { office as again } from './rematch.tsx'
import { office as releaseRematch } from './rematch-release.tsx'

export const routes = router()
routes.route('/', partner)

export const office = router()
office.route('/', release)
office.route('/', again)
office.route('/', releaseRematch)
