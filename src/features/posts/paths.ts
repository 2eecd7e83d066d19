export const frontPath = '/'
export const frontPagePath = (page: number) => (page === 1 ? '/' : `/?page=${page}`)
export const postPath = (slug: string) => `/posts/${slug}`
export const roundPostsPath = (code: string) => `/rounds/${code}/posts`
export const feedsPath = '/feeds'
export const rssPath = '/feed.rss'
export const atomPath = '/feed.atom'
export const jsonPath = '/feed.json'

export const deskPath = '/office/posts'
/** The desk of one's own posts, or of those one reads. */
export const deskOfPath = (whose: string) => `${deskPath}?of=${whose}`
export const newPostPath = '/office/posts/new'
export const proposePath = '/office/posts/propose'
export const officePostPath = (id: string) => `/office/posts/${id}`
export const postActPath = (id: string, act: string) => `${officePostPath(id)}/${act}`
export const writePostPath = (id: string) => `${officePostPath(id)}/write`
export const savePostPath = (id: string) => `${officePostPath(id)}/save`
export const previewPostPath = (id: string) => `${officePostPath(id)}/preview`
/** What was typed beside what others saved since. */
export const mergePath = (id: string) => `${officePostPath(id)}/merge`
export const dropTypedPath = (id: string) => `${officePostPath(id)}/drop`
export const revisionsPath = (id: string) => `${officePostPath(id)}/texts`
export const restorePath = (id: string) => `${officePostPath(id)}/texts/restore`
