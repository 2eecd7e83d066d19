/**
 * Bringing a blog in, with all that it takes to read one. Most networks never do, so it is imported where it is first needed:
 * readers of HTML, XML and YAML would be a tenth of what every command starts with.
 */
export { folderSource } from '../reading/folder.ts'
export { readMarkdown } from '../reading/markdown-folder.ts'
export { readerFor } from '../reading/readers.ts'
export { bringIn } from './bringing.ts'
