import type { changeNetwork } from '../../features/network/index.ts'

/** The network that the demonstration shows; its taglines are those of a network run by volunteers. */
export const demoNetwork: Parameters<typeof changeNetwork>[2] = {
  texts: {
    en: {
      name: 'International Librarians Network',
      shortName: 'ILN',
      tagline: 'A peer-mentoring network for librarians around the world, run by volunteers.',
    },
    es: {
      tagline:
        'Una red de mentoría entre pares para bibliotecarias y bibliotecarios de todo el mundo, sostenida con trabajo voluntario.',
    },
    ar: { tagline: 'شبكة لإرشاد الأقران تجمع المكتبيين والمكتبيات في العالم، قائمة على العمل التطوعي.' },
  },
}
