import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refused } from './refusal.ts'
import { askedIn, type Harvest, tokenOf } from './schema.ts'

const asked = (query: string) => askedIn(new URLSearchParams(query))
const refusal = (query: string) => {
  try {
    return asked(query)
  } catch (error) {
    return error instanceof Refused ? error.as : error
  }
}

test.each([
  ['', 'badVerb'],
  ['verb=Steal', 'badVerb'],
  ['verb=toString', 'badVerb'],
  ['verb=Identify&verb=Identify', 'badVerb'],
  ['verb=Identify&set=all', 'badArgument'],
  ['verb=ListRecords', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=mods', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=marcxml', 'cannotDisseminateFormat'],
  ['verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x', 'badArgument'],
  ['verb=ListRecords&resumptionToken=x', 'badResumptionToken'],
  ['verb=ListSets&resumptionToken=x', 'badResumptionToken'],
  ['verb=GetRecord&metadataPrefix=oai_dc', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=2016-02-30', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=2016-02-29T08:00Z', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=2016-02-29T24:00:00Z', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=2016-02-29&until=2016-03-01T00:00:00Z', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=2016-03-02&until=2016-03-01', 'badArgument'],
])('%s is %s', (query, code) => {
  expect(refusal(query)).toBe(code)
})

test('a day lasts from its first second to its last', () => {
  expect(asked('verb=ListIdentifiers&metadataPrefix=mods&from=2016-02-29&until=2016-02-29')).toEqual({
    verb: 'ListIdentifiers',
    harvest: {
      ...{ format: 'mods', from: '2016-02-29T00:00:00Z', until: '2016-02-29T23:59:59Z' },
      ...{ set: null, after: null },
    },
  })
})

test('a token brings back what was asked for, and anything else is none of ours', () => {
  const harvest: Harvest = {
    ...{ format: 'oai_dc', from: '2016-02-29T00:00:00Z', until: null, set: 'round-2016A:3', after: null },
  }
  const after = { at: '2016-03-01T08:00:00Z', id: '0198c1a2-0000-7000-8000-000000000001', count: 100 }
  const token = tokenOf(harvest, after)

  expect(asked(`verb=ListRecords&resumptionToken=${token}`)).toEqual({
    verb: 'ListRecords',
    harvest: { ...harvest, after },
  })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json().map((text) => Buffer.from(text).toString('base64url')),
      ),
      (text) => {
        expect(refusal(String(new URLSearchParams({ verb: 'ListRecords', resumptionToken: text })))).toBe(
          'badResumptionToken',
        )
      },
    ),
  )
})
