/** The handbook: its chapters in the order in which they are read, by those for whom they are written. */
export const parts = {
  everyone: ['find-your-way', 'find-in-the-archive', 'write-for-the-blog'],
  coordinators: [
    'open-a-call',
    'import-applications',
    'clean-the-applications',
    'give-places',
    'run-the-matching',
    'look-through-the-pairs',
    'release-the-introductions',
    'watch-the-round',
    'look-after-cases',
    'ask-how-it-was',
    'find-a-new-partner',
    'see-what-a-round-costs',
    'end-a-round',
    'give-certificates',
    'follow-the-emails',
    'find-ambassadors',
  ],
  ambassadors: ['speak-for-a-country'],
  editors: [
    ...([
      'write-a-topic',
      'write-and-illustrate',
      'publish-a-topic',
      'plan-a-season',
      'work-on-posts',
      'note-on-a-passage',
      'sign-and-translate',
    ] as const),
    ...(['read-the-contributions', 'give-leave-to-reprint', 'moderate-comments', 'be-followed'] as const),
    ...(['send-the-newsletter', 'tell-elsewhere', 'read-the-reflections', 'bring-a-blog-in'] as const),
    ...(['export-the-blog', 'translate-the-site'] as const),
  ],
  participants: ['apply', 'write-to-your-partner', 'your-account'],
  directors: [
    'begin-a-network',
    'write-the-pages',
    'word-the-emails',
    'people-and-roles',
    'when-someone-asks-to-be-erased',
    'read-the-journal',
    'pause-the-network',
  ],
  operators: ['keep-backups', 'keep-it-running', 'copy-the-site'],
} as const

export type Part = keyof typeof parts
export type Chapter = (typeof parts)[Part][number]

export const partNames = Object.keys(parts) as Part[]
export const chapters: readonly Chapter[] = Object.values(parts).flat()
export const isChapter = (text: string): text is Chapter => chapters.some((chapter) => chapter === text)

export const partOf = (chapter: Chapter): Part =>
  partNames.find((part) => (parts[part] as readonly Chapter[]).includes(chapter)) ?? 'everyone'

/** The chapters before and after one. */
export function around(chapter: Chapter): { previous: Chapter | undefined; next: Chapter | undefined } {
  const place = chapters.indexOf(chapter)
  return { previous: chapters[place - 1], next: chapters[place + 1] }
}

/**
 * Which chapter helps on a page of the office, by the start of its address; the first that fits. A test opens every
 * page of the office and fails where none does.
 */
const doors: readonly (readonly [start: RegExp, chapter: Chapter])[] = [
  [/^\/office\/?$/, 'find-your-way'],
  [/^\/office\/search/, 'find-your-way'],
  [/^\/office\/rounds\/[^/]+\/applications\/import/, 'import-applications'],
  [/^\/office\/rounds\/[^/]+\/applications/, 'clean-the-applications'],
  [/^\/office\/rounds\/[^/]+\/cap/, 'give-places'],
  [/^\/office\/rounds\/[^/]+\/matching\/(lab|price)/, 'run-the-matching'],
  [/^\/office\/rounds\/[^/]+\/matching/, 'look-through-the-pairs'],
  [/^\/office\/rounds\/[^/]+\/release/, 'release-the-introductions'],
  [/^\/office\/cases\/together/, 'find-a-new-partner'],
  [/^\/office\/cases/, 'look-after-cases'],
  [/^\/office\/rounds\/[^/]+\/(ladder|weeks\/people\/[^/]+\/open-case)/, 'look-after-cases'],
  [/^\/office\/rounds\/[^/]+\/weeks/, 'watch-the-round'],
  [/^\/office\/rounds\/[^/]+\/surveys/, 'ask-how-it-was'],
  [/^\/office\/rounds\/[^/]+\/rematch/, 'find-a-new-partner'],
  [/^\/office\/rounds\/[^/]+\/hours/, 'see-what-a-round-costs'],
  [/^\/office\/rounds\/[^/]+\/(farewell|report)/, 'end-a-round'],
  [/^\/office\/rounds\/[^/]+\/certificates/, 'give-certificates'],
  [/^\/office\/rounds/, 'open-a-call'],
  [/^\/office\/next-call/, 'open-a-call'],
  [/^\/office\/countries(\/[^/]+\/(invit|ambassadors).*)?$/, 'find-ambassadors'],
  [/^\/office\/countries/, 'speak-for-a-country'],
  [/^\/office\/topics\/[^/]+\/[^/]+\/(publish|withdraw)/, 'publish-a-topic'],
  [/^\/office\/topics/, 'write-a-topic'],
  [/^\/office\/arrivals/, 'bring-a-blog-in'],
  [/^\/office\/export/, 'export-the-blog'],
  [/^\/office\/comments/, 'moderate-comments'],
  [/^\/office\/fediverse/, 'be-followed'],
  [/^\/office\/newsletters/, 'send-the-newsletter'],
  [/^\/office\/outlets/, 'tell-elsewhere'],
  [/^\/office\/contributions/, 'read-the-contributions'],
  [/^\/office\/reprints/, 'give-leave-to-reprint'],
  [/^\/office\/plan/, 'plan-a-season'],
  [/^\/office\/posts\/[^/]+\/notes/, 'note-on-a-passage'],
  [/^\/office\/posts/, 'work-on-posts'],
  [/^\/office\/authors/, 'sign-and-translate'],
  [/^\/office\/pictures/, 'write-and-illustrate'],
  [/^\/office\/reflections/, 'read-the-reflections'],
  [/^\/office\/mail/, 'follow-the-emails'],
  [/^\/office\/people/, 'people-and-roles'],
  [/^\/office\/requests/, 'when-someone-asks-to-be-erased'],
  [/^\/office\/journal/, 'read-the-journal'],
  [/^\/office\/network\/pause/, 'pause-the-network'],
  [/^\/office\/network/, 'begin-a-network'],
  [/^\/office\/pages/, 'write-the-pages'],
  [/^\/office\/wording/, 'word-the-emails'],
  [/^\/office\/translations/, 'translate-the-site'],
  [/^\/office\/backups/, 'keep-backups'],
]

/** The chapter that helps on a page of the office; undefined anywhere else. */
export const chapterFor = (path: string): Chapter | undefined =>
  doors.find(([start]) => start.test(path))?.[1]
