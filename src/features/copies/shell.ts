import type { Feature } from '../people/index.ts'

export const shell: Feature = { name: 'copies' }
