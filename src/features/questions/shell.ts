import type { Feature } from '../people/index.ts'
import { ownData } from './own-data.ts'
import { office } from './routes.tsx'

export const shell: Feature = {
  name: 'questions',
  ownData,
  views: ['answeredQuestion'],
  tasks: {
    call: ['question.added', 'question.changed', 'question.moved', 'question.removed', 'questions.copied'],
    closing: ['questions.supplied'],
  },
  office,
}
