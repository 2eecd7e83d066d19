import { scheduled } from '../../platform/jobs.ts'
import { sayFarewells } from './actions/saying.ts'

/** Each hour, as it is nine o'clock somewhere: says farewell to everyone whose round ends. */
export const sayWhoIsDue = scheduled('farewells.say', '13 * * * *', async (app) => {
  await sayFarewells(app)
})
