import { sql } from 'kysely'
import * as z from 'zod'
import { type Actor, everybody, type Feature, router } from '../../src/features/people/index.ts'
import { job, scheduled } from '../../src/platform/jobs.ts'
import { sendOnce } from '../../src/platform/mail/index.ts'
import { allow } from '../../src/platform/refusals.ts'
import { OfficePage, Page } from '../../src/ui/index.ts'

type Garden = { id: string; name: string }

const mayWater = (actor: Actor) => actor.roles.has('editor')

const wateringEmail = ({ name }: Garden) => ({
  kind: 'watering',
  to: 'gardener@library.example',
  locale: 'en',
  subject: `${name} has been watered`,
  text: 'It is green again.\n',
  html: '<p>It is green again.</p>',
})

const water = job('gardens.water', z.object({ id: z.uuid() }), async (app, { id }) => {
  const watered = sql<Garden>`update garden set watered_at = ${app.now()} where id = ${id} returning id, name`
  for (const garden of (await watered.execute(app.db)).rows)
    await sendOnce(app, app.db, `watering:${garden.id}`, wateringEmail(garden))
})

const plant = scheduled('gardens.plant', '0 6 * * *', async (app) => {
  await sql`insert into garden (name) select 'Night garden' where not exists (select from garden)`.execute(
    app.db,
  )
})

const routes = router()
routes.get('/gardens', (c) => c.html(<Page frame={c.var.frame} title="Gardens for all" />))

const office = router()
office.get('/gardens', (c) => {
  allow(mayWater(c.var.actor))
  return c.html(<OfficePage frame={c.var.frame} title="Gardens to water" />)
})
office.post('/gardens/:id/water', async (c) => {
  const { app, actor } = c.var
  allow(mayWater(actor))
  await app.db.transaction().execute((tx) => app.queue.send(tx, water.name, { id: c.req.param('id') }))
  return c.redirect('/office/gardens', 303)
})

/** A feature as small as can be, with one of everything that a feature can hand to the shells. */
export const shell: Feature = {
  name: 'gardens',
  routes,
  office,
  jobs: [water],
  clockwork: [plant],
  commands: [
    {
      name: 'garden list',
      summary: 'List all gardens.',
      async run({ db }) {
        const { rows } = await sql<Garden>`select id, name from garden`.execute(db)
        return { text: rows.map(({ name }) => name).join('\n'), json: rows }
      },
    },
  ],
  nav: {
    main: [{ href: '/gardens', label: () => 'Gardens', may: () => true, place: 15 }],
    office: [{ href: '/office/gardens', label: () => 'Watering', may: mayWater, place: 15 }],
  },
  desk: async (db, actor) => {
    if (!mayWater(actor)) return []
    const { rows } = await sql<Garden>`select id, name from garden where watered_at is null`.execute(db)
    const act = { href: '/office/gardens', label: 'Water it' }
    return rows.map(({ name }) => ({ text: `${name} is dry.`, act, urgency: 'soon' }))
  },
  search: async (db, actor, { text, limit }) => {
    if (!mayWater(actor)) return []
    const { rows } = await sql<Garden>`
      select id, name from garden where name ilike ${`%${text}%`} limit ${limit}`.execute(db)
    return rows.map(({ name }) => ({ kind: 'Garden', title: name, href: '/office/gardens' }))
  },
  mailKinds: { watering: () => 'News of a garden' },
  abilities: [{ policy: mayWater, may: 'water gardens', who: everybody.whoEdits }],
}
