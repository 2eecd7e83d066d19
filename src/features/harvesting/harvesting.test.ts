import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { serve } from '@hono/node-server'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aRound } from '../../../test/builders.ts'
import { toClose } from '../../../test/closing.ts'
import { testApp } from '../../../test/harness.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aPublishedPost } from '../archive/archive.builder.ts'
import { questionsPerMinute } from './limits.ts'
import { tokenOf } from './schema.ts'

const app = await testApp('2016-03-10T12:00:00Z')
const site = createSite(app, await buildAssets())
const round = await aRound(app, { code: '2016A' })
const at = (instant: string) => ({
  publishAt: new Date(instant),
  createdAt: new Date(instant),
  updatedAt: new Date(instant),
})

async function ask(query: Record<string, string>): Promise<string> {
  const answer = await site.request(`/oai?${new URLSearchParams(query)}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8')
  return await answer.text()
}
const list = (query: Record<string, string> = {}) =>
  ask({ verb: 'ListIdentifiers', metadataPrefix: 'oai_dc', ...query })
const found = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}[^>]*>([^<]*)</${name}>`, 'g'))].map(([, text]) => text)

test('a blog without posts answers, and says that there are none', async () => {
  expect(found(await ask({ verb: 'Identify' }), 'deletedRecord')).toEqual(['persistent'])
  expect(await list()).toContain('<error code="noRecordsMatch">')
})

test('a post is described by all that is known of it', async () => {
  const id = await aPublishedPost(app, {
    ...{ slug: 'desks', title: 'Desks & chairs', summary: 'Where we <work>.', tags: ['workplaces'] },
    ...{ byline: 'Vincent van Gogh', roundId: round.id, fortnight: 3, ...at('2016-02-29T08:00:00.700Z') },
  })
  const record = { verb: 'GetRecord', identifier: `urn:uuid:${id}` }
  const [dc, mods] = [
    await ask({ ...record, metadataPrefix: 'oai_dc' }),
    await ask({ ...record, metadataPrefix: 'mods' }),
  ]

  expect(
    [dc.slice(dc.indexOf('<record>')), mods.slice(mods.indexOf('<metadata>'))]
      .join('\n')
      .replaceAll(id, 'ID'),
  ).toMatchSnapshot()
  expect(await ask({ ...record, metadataPrefix: 'oai_dc', identifier: 'urn:uuid:other' })).toContain(
    '<error code="idDoesNotExist">',
  )
})

test('what was not understood is not repeated; what was, is', async () => {
  expect(await ask({ verb: '<script>' })).toContain('<request>http://localhost:3000/oai</request>')
  expect(await list({ set: 'round-1999A' })).toContain('set="round-1999A"')
})

test('a form asks as an address does', async () => {
  const body = new URLSearchParams({ verb: 'ListSets' })
  const answer = await site.request('/oai', { method: 'POST', body })

  expect(found(await answer.text(), 'setSpec')).toEqual([
    ...['round-2016A', 'round-2016A:3', 'author-vincent-van-gogh', 'language-en'],
  ])
})

test('a form is read no further than any form, and a year that never was is none', async () => {
  const post = (body: string) =>
    site.request('/oai', {
      ...{ method: 'POST', body },
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
  const token = tokenOf(
    { format: 'oai_dc', from: null, until: null, set: null, after: null },
    { at: '0000-01-01T00:00:00Z', id: '7a0e9f0e-51c1-4d6e-9f4a-0a8f3c1d2e3f', count: 1 },
  )

  expect((await post(`verb=ListSets&set=${'x'.repeat(2_000_000)}`)).status).toBe(413)
  expect(await list({ from: '0000-01-01' })).toContain('<error code="badArgument">')
  expect(await ask({ verb: 'ListRecords', resumptionToken: token })).toContain('badResumptionToken')
})

test('what changed, came in late, came out, or was taken back is told of at its second', async () => {
  await aPublishedPost(app, {
    slug: 'changed',
    ...at('2014-01-01T08:00:00Z'),
    updatedAt: new Date('2016-03-02T09:00:00Z'),
  })
  await aPublishedPost(app, {
    slug: 'brought',
    locale: 'es',
    ...at('2013-01-01T08:00:00Z'),
    broughtAt: new Date('2016-03-03T09:00:00Z'),
  })
  await aPublishedPost(app, {
    slug: 'withdrawn',
    ...at('2015-01-01T08:00:00Z'),
    withdrawnAt: new Date('2016-03-04T09:00:00Z'),
  })
  await aPublishedPost(app, {
    slug: 'to-come',
    ...at('2016-03-01T08:00:00Z'),
    publishAt: new Date('2016-03-20T09:00:00Z'),
  })
  const stamps = async (query: Record<string, string>) => found(await list(query), 'datestamp')
  const all = ['2016-02-29T08:00:00Z', '2016-03-02T09:00:00Z', '2016-03-03T09:00:00Z', '2016-03-04T09:00:00Z']

  expect(await stamps({})).toEqual(all)
  expect(await stamps({ from: '2016-02-29T08:00:00Z', until: '2016-02-29T08:00:00Z' })).toEqual(
    all.slice(0, 1),
  )
  expect(await stamps({ from: '2016-03-03' })).toEqual(all.slice(2))
  expect(await stamps({ until: '2016-03-02' })).toEqual(all.slice(0, 2))
  expect(await stamps({ set: 'round-2016A' })).toEqual(all.slice(0, 1))
  expect(await stamps({ set: 'language-es' })).toEqual(all.slice(2, 3))
  expect(await list({ from: '2016-03-04' })).toContain('<header status="deleted">')
  expect(await ask({ verb: 'ListRecords', metadataPrefix: 'mods', from: '2016-03-04' })).not.toContain(
    '<metadata>',
  )
})

/** Says what it got, a line for each record. */
const harvester = `
  use HTTP::OAI; use HTTP::OAI::Metadata::OAI_DC;
  my $h = HTTP::OAI::Harvester->new(baseURL => shift @ARGV);
  my $who = $h->Identify; die $who->message if $who->is_error;
  my $sets = $h->ListSets; my $n = 0; while ($sets->next) { $n++ } die $sets->message if $sets->is_error;
  print join("\\t", $who->repositoryName, $who->earliestDatestamp, $n), "\\n";
  my $all = $h->ListRecords(metadataPrefix => 'oai_dc', handlers => { metadata => 'HTTP::OAI::Metadata::OAI_DC' },
    onRecord => sub { my $one = shift;
      print join("\\t", $one->identifier, $one->is_deleted ? 'deleted' : $one->metadata->dc->{title}[0]), "\\n" });
  die $all->message if $all->is_error;`

const hasHarvester = spawnSync('perl', ['-MHTTP::OAI', '-e', '1']).status === 0

test.skipIf(!hasHarvester)(
  'a published harvester takes all of it, part by part, each post once',
  async () => {
    await sql`insert into post (slug, title, summary, body, publish_at, created_at, updated_at)
    select 'many-' || n, 'Many ' || n, '', '', ${app.now()}, ${app.now()}, ${app.now()}
    from generate_series(1, 230) as n`.execute(app.db)
    const server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' })
    toClose.add(async () => void server.close())
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0

    const { stdout } = await promisify(execFile)('perl', ['-e', harvester, `http://127.0.0.1:${port}/oai`])

    const [who, ...got] = stdout.trim().split('\n')
    expect(who).toMatch(/\t2016-02-29T08:00:00Z\t\d+$/)
    expect(got).toHaveLength(234)
    expect(new Set(got.map((line) => line.split('\t')[0])).size).toBe(234)
    expect(got.filter((line) => line.endsWith('\tdeleted'))).toHaveLength(1)
    expect(got.map((line) => line.split('\t')[1])).toEqual(
      expect.arrayContaining(['Desks & chairs', 'Many 230']),
    )
  },
)

test('whoever asks faster than a harvester does is told when to go on, and then may', async () => {
  const one = await testApp('2016-03-10T12:00:00Z')
  const busy = createSite(one, await buildAssets())
  const statusOf = async () => {
    const { status, headers } = await busy.request('/oai?verb=ListMetadataFormats')
    return [status, headers.get('Retry-After')]
  }

  for (let asked = 0; asked < questionsPerMinute; asked += 1) await statusOf()
  one.at('2016-03-10T12:00:40Z')
  const past = await statusOf()
  one.at('2016-03-10T12:01:00Z')

  expect([past, await statusOf()]).toEqual([
    [503, '20'],
    [200, null],
  ])
})
