import type { addQuestion } from '../../features/questions/index.ts'

/** What the round that is open for applications asks of its own: one that counts in the matching, and one to talk about. */
export const demoQuestions: Parameters<typeof addQuestion>[3][] = [
  {
    kind: 'one',
    isRequired: true,
    isShown: true,
    shownIf: null,
    prefers: 'alike',
    weight: 20,
    words: {
      en: {
        label: 'How would you like to keep in touch?',
        hint: 'Partners who like the same way find it easier to begin.',
      },
      es: {
        label: '¿Cómo le gustaría mantener el contacto?',
        hint: 'Empezar es más fácil cuando las dos personas prefieren la misma forma.',
      },
      ar: {
        label: 'كيف تفضّلون التواصل مع شريككم؟',
        hint: 'تكون البداية أسهل حين يفضّل الشريكان الطريقة نفسها.',
      },
    },
    options: [
      { en: 'By email', es: 'Por correo', ar: 'بالبريد الإلكتروني' },
      { en: 'By video call', es: 'Por videollamada', ar: 'بمكالمات الفيديو' },
      { en: 'A mix, as it comes', es: 'De todo un poco', ar: 'مزيج، كما يتيسر' },
    ],
  },
  {
    kind: 'text',
    isRequired: false,
    isShown: true,
    shownIf: null,
    prefers: null,
    weight: 15,
    words: {
      en: {
        label: 'What would you like to try out in your library this year?',
        hint: 'It gives the two of you something to begin with.',
      },
      es: {
        label: '¿Qué le gustaría probar este año en su biblioteca?',
        hint: 'Así tendrán algo con que empezar a conversar.',
      },
      ar: {
        label: 'ماذا تودّون أن تجرّبوا في مكتبتكم هذا العام؟',
        hint: 'يمنحكما ذلك ما تبدآن به الحديث.',
      },
    },
    options: [],
  },
]
