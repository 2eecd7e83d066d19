export const frontPath = '/'
export const frontPagePath = (page: number) => (page === 1 ? '/' : `/?page=${page}`)
export const postPath = (slug: string) => `/posts/${slug}`
export const roundPostsPath = (code: string) => `/rounds/${code}/posts`
export const feedsPath = '/feeds'
export const rssPath = '/feed.rss'
export const atomPath = '/feed.atom'
export const jsonPath = '/feed.json'
