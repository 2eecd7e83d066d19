/** Where no server answers, a reader goes in by these. */
export const seeds = [
  ...['/', '/archive', '/feeds', '/sitemap.xml', '/feed.rss', '/feed.atom', '/feed.json'],
  ...['/comments.rss', '/comments.atom', '/robots.txt', '/.well-known/tdmrep.json'],
]
