import { postPath } from '../posts/index.ts'

/** Where a reader asks for leave to reprint a post. */
export const askPath = (slug: string) => `${postPath(slug)}/reprint`

/** Where one of its authors answers: by a key of an email, or, signed in, by the id of their answer. */
export const answerPath = (key: string) => `/reprints/${key}`
export const sayPath = (key: string) => `${answerPath(key)}/answer`

/** The office. */
export const reprintsPath = '/office/reprints'
export const exportPath = `${reprintsPath}/export`
export const enterPath = `${reprintsPath}/enter`
export const enterForPath = (slug: string) => `${enterPath}?post=${slug}`
export const reprintPath = (id: string) => `${reprintsPath}/${id}`
export const actPath = (id: string, act: string) => `${reprintPath(id)}/${act}`
