/**
 * Bringing a blog in, with all that it takes to read one. Most networks never do, so it is imported where it is first needed:
 * with readers of HTML, XML and YAML, every command would start with four hundred kilobytes more.
 */
export { folderSource } from '../reading/folder.ts'
export { readMarkdown } from '../reading/markdown-folder.ts'
export { readerFor } from '../reading/readers.ts'
export { bringIn } from './bringing.ts'
