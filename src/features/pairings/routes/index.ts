import { router } from '../../people/index.ts'
import { office as again } from './again.tsx'
import { office as releaseAgain } from './again-release.tsx'
import { office as explain } from './explain.tsx'
import { office as lab } from './lab.tsx'
import { office as matching } from './matching.tsx'
import { routes as partner } from './partner.tsx'
import { office as release } from './release.tsx'

export const routes = router()
routes.route('/', partner)

export const office = router()
office.route('/', matching)
office.route('/', explain)
office.route('/', lab)
office.route('/', release)
office.route('/', again)
office.route('/', releaseAgain)
