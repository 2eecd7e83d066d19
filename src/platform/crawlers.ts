/** What machines read the site for. Each is let in or kept out as a whole. */
export const crawlerKinds = ['search', 'archive', 'answering', 'training'] as const
export type CrawlerKind = (typeof crawlerKinds)[number]

export const isCrawlerKind = (text: string): text is CrawlerKind => crawlerKinds.some((kind) => kind === text)

/**
 * Kept out is what gathers texts to train models: whoever wrote them was not asked, and what a model has learned cannot be taken
 * back. A network may let it in at any time.
 */
export const usualCrawlers: readonly CrawlerKind[] = ['search', 'archive', 'answering']

/**
 * By which names machines ask, as their operators say. Search engines are not named: whoever is not here reads as they do.
 *
 * @source the pages of their operators on their crawlers; national libraries by the pages of their web archives. Some of these
 *   collect by law, and read robots.txt for nothing but its pace.
 */
export const agents: Record<Exclude<CrawlerKind, 'search'>, readonly string[]> = {
  archive: [
    ...['archive.org_bot', 'ia_archiver', 'special_archiver', 'heritrix', 'Arquivo-web-crawler'],
    ...['bnf.fr_bot', 'bl.uk_lddc_bot', 'NLNZ_IAHarvester', 'Browsertrix'],
  ],
  answering: [
    ...[
      'OAI-SearchBot',
      'ChatGPT-User',
      'Claude-SearchBot',
      'Claude-User',
      'PerplexityBot',
      'Perplexity-User',
    ],
    ...['MistralAI-User', 'DuckAssistBot', 'meta-externalfetcher', 'Amzn-User', 'Amzn-SearchBot', 'YouBot'],
    ...['Google-NotebookLM', 'Gemini-Deep-Research', 'kagi-fetcher', 'TavilyBot', 'LinerBot'],
  ],
  training: [
    ...[
      'GPTBot',
      'ClaudeBot',
      'anthropic-ai',
      'Google-Extended',
      'GoogleOther',
      'Applebot-Extended',
      'CCBot',
    ],
    ...['meta-externalagent', 'FacebookBot', 'Amazonbot', 'Bytespider', 'TikTokSpider', 'DeepSeekBot'],
    ...['ChatGLM-Spider', 'PanguBot', 'cohere-training-data-crawler', 'cohere-ai', 'AI2Bot', 'Ai2Bot-Dolma'],
    ...['Diffbot', 'omgili', 'Webzio-Extended', 'ImagesiftBot', 'img2dataset', 'LAIONDownloader', 'Timpibot'],
  ],
}

type Robots = {
  /** Kinds that are let in. */
  crawlers: readonly CrawlerKind[]
  /** Starts of addresses that are for those they concern. */
  unlisted: readonly string[]
  /** Absolute addresses. */
  sitemaps: readonly string[]
}

/**
 * What `/robots.txt` says. Search engines are kept out by each page itself (`noindex`), which they must read to know it: where
 * robots.txt forbids that, they go on listing the addresses that others link to.
 *
 * @source RFC 9309; a machine follows the group of its own name, and only that one
 */
export function robotsText({ crawlers, unlisted, sitemaps }: Robots): string {
  const others = ['User-agent: *', ...unlisted.map((path) => `Disallow: ${path}`)]
  const keptOut = (['archive', 'answering', 'training'] as const)
    .filter((kind) => !crawlers.includes(kind))
    .map((kind) => [`# ${kind}`, ...agents[kind].map((name) => `User-agent: ${name}`), 'Disallow: /'])
  const mapped = crawlers.includes('search') ? sitemaps.map((url) => `Sitemap: ${url}`) : []
  return `${[others, ...keptOut, mapped]
    .filter((group) => group.length > 0)
    .map((group) => group.join('\n'))
    .join('\n\n')}\n`
}

/**
 * What `/.well-known/tdmrep.json` says: whether the right to mine texts is kept. In the European Union what is not kept in a form
 * that machines read may be mined.
 *
 * @source the TDM Reservation Protocol of the W3C's community group; Directive (EU) 2019/790, article 4
 */
export const miningReserved = (crawlers: readonly CrawlerKind[]) => [
  { location: '/', 'tdm-reservation': crawlers.includes('training') ? 0 : 1 },
]
