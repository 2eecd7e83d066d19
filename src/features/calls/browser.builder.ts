import type { createSite } from '../../web/site.tsx'
import type { FormPage, Values } from './draft.ts'

/** What a public librarian in Lagos answers, page by page. */
export const lagos: Record<FormPage, Values> = {
  you: { name: 'Ngozi Eze', email: 'ngozi@library.example', country: 'NG' },
  work: {
    ...{ workplace: 'Lagos City Library', jobTitle: 'Librarian', sector: 'public', stage: 'early' },
    interests: ['reading-literature', 'children-young-people'],
  },
  talking: {
    ...{
      language1: 'en',
      comfort1: 'talk',
      language2: 'yo',
      comfort2: 'write',
      language3: '',
      comfort3: 'talk',
    },
    ...{ times: ['mornings', 'weekends'], sharesEmail: 'yes' },
  },
  partner: {
    about: 'I run the story hour.',
    ...{ wishSector: 'different', wishStage: 'later', wishInterests: 'like', dear: ['stage'] },
    ...{ wishNote: '', takesTwo: ['yes'] },
  },
  more: {},
}

const lists = ['interests', 'times', 'dear', 'again', 'takesTwo', 'acceptsCode', 'device']

/** A browser without scripts: it keeps cookies, and sends forms with what was hidden in them. */
export function aBrowser(
  site: ReturnType<typeof createSite>,
  origin: string,
  signedIn: { Cookie?: string } = {},
) {
  const cookies = new Map(
    (signedIn.Cookie ?? '').split('; ').map((one) => one.split('=', 2) as [string, string]),
  )
  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { Cookie, Origin: origin, 'Sec-Fetch-Site': 'same-origin', ...init.headers }
    const answer = await site.request(path, { ...init, headers })
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=', 2)
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  const read = async (path: string) => (await ask(path)).text()
  const send = (path: string, values: Values, headers: Record<string, string> = {}) =>
    ask(path, { method: 'POST', body: bodyOf(values), headers })
  /** Fills in a page of the form and presses its button. */
  async function fill(code: string, page: FormPage, values: Values): Promise<Response> {
    const path = `/rounds/${code}/apply/${page}`
    return send(`${path}/save`, { ...hiddenIn(await read(path)), ...values })
  }
  return { ask, read, send, fill, cookies }
}

export const bodyOf = (values: Values) =>
  new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) =>
      lists.includes(name) || Array.isArray(value)
        ? [value].flat().map((one) => [`${name}[]`, one])
        : [[name, String(value)]],
    ),
  )

/** What a page has hidden in its form. */
export const hiddenIn = (page: string): Values =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="(rev|writer|seq|id|via)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name, value],
    ),
  ) as Values
