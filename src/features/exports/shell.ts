import { everybody, type Feature } from '../people/index.ts'
import { commands } from './commands.ts'
import { exportPath } from './paths.ts'
import { mayExport, mayExportAddresses } from './policy.ts'
import { office } from './routes.tsx'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'exports',
  tasks: { content: ['blog.exported', 'blog.exported-with-addresses'] },
  commands,
  office,
  nav: {
    office: [{ href: exportPath, label: (locale) => words(locale)('nav'), may: mayExport, place: 49 }],
  },
  abilities: [
    {
      policy: mayExport,
      may: 'take the blog along for other software, with what is not public if they like',
      who: everybody.whoEdits,
    },
    {
      policy: mayExportAddresses,
      may: 'have the addresses of those who commented, and of authors, in it',
      who: everybody.whoDirects,
    },
  ],
}
