/** Reflections: what participants write at the end, alone or together, and who reads it. */
export { reflectionPath } from './paths.ts'
export { reflectionsForBlog } from './queries/matters.ts'
export { printedName, type Reflection } from './reflection.ts'
