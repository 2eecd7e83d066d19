import { router } from '../../people/index.ts'
import { office as again } from './again.tsx'
import { office as releaseAgain } from './again-release.tsx'
import { routes as partner } from './partner.tsx'
import { office as release } from './release.tsx'

export const routes = router()
routes.route('/', partner)

export const office = router()
office.route('/', release)
office.route('/', again)
office.route('/', releaseAgain)
