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
      fr: {
        label: 'Comment aimeriez-vous rester en contact ?',
        hint: 'Il est plus facile de commencer quand on préfère le même moyen.',
      },
      pt: {
        label: 'Como gostaria de manter o contato?',
        hint: 'Começar é mais fácil quando as duas pessoas preferem o mesmo meio.',
      },
      zh: {
        label: '您希望怎样保持联系？',
        hint: '喜欢同一种方式的伙伴更容易开始交流。',
      },
      ar: {
        label: 'كيف تفضّلون التواصل مع شريككم؟',
        hint: 'تكون البداية أسهل حين يفضّل الشريكان الطريقة نفسها.',
      },
    },
    options: [
      {
        en: 'By email',
        es: 'Por correo',
        fr: 'Par courriel',
        pt: 'Por e-mail',
        zh: '电子邮件',
        ar: 'بالبريد الإلكتروني',
      },
      {
        en: 'By video call',
        es: 'Por videollamada',
        fr: 'En visioconférence',
        pt: 'Por videochamada',
        zh: '视频通话',
        ar: 'بمكالمات الفيديو',
      },
      {
        en: 'A mix, as it comes',
        es: 'De todo un poco',
        fr: 'Un peu de tout',
        pt: 'Um pouco de tudo',
        zh: '几种方式都用',
        ar: 'مزيج، كما يتيسر',
      },
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
      fr: {
        label: 'Qu’aimeriez-vous essayer cette année dans votre bibliothèque ?',
        hint: 'Vous aurez ainsi de quoi commencer la conversation.',
      },
      pt: {
        label: 'O que gostaria de experimentar este ano na sua biblioteca?',
        hint: 'Assim as duas pessoas terão com que começar a conversa.',
      },
      zh: {
        label: '今年您想在图书馆里尝试什么？',
        hint: '这样两位就有了开头的话题。',
      },
      ar: {
        label: 'ماذا تودّون أن تجرّبوا في مكتبتكم هذا العام؟',
        hint: 'يمنحكما ذلك ما تبدآن به الحديث.',
      },
    },
    options: [],
  },
]
