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
    fr: {
      tagline:
        'Un réseau de mentorat entre pairs pour les bibliothécaires du monde entier, animé par des bénévoles.',
    },
    pt: {
      tagline:
        'Uma rede de mentoria entre pares para bibliotecas de todo o mundo, mantida por pessoas voluntárias.',
    },
    zh: { tagline: '由志愿者运作、面向世界各地图书馆员的同行指导网络。' },
    ar: { tagline: 'شبكة لإرشاد الأقران تجمع المكتبيين والمكتبيات في العالم، قائمة على العمل التطوعي.' },
  },
}
