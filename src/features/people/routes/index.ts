import { router } from '../router.ts'
import { signInRoutes } from './sign-in.tsx'

/** Addresses of people: for everyone, and behind the gate of the office. */
export const routes = router()
routes.route('/', signInRoutes)
