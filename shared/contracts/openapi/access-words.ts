import type { AccessRule } from '../routes.ts'

const areasInWords = (areas: AccessRule['areas']): string => {
  switch (areas.in) {
    case 'none':
      return 'The answer holds nothing that belongs to an area.'
    case 'use-case':
      return `Areas: ${areas.checks}.`
    case 'path':
    case 'query':
    default:
      return areas.enough === 'covers'
        ? `Areas: the caller must cover \`${areas.name}\`; what lies outside is answered like what does not exist.`
        : `Areas: the caller must cover or touch \`${areas.name}\`; what lies outside is answered like what does not exist.`
  }
}

/** The access rule of a route in words. */
export const accessInWords = ({ roles, areas }: AccessRule): string =>
  `Roles: ${roles.join(', ')}. ${areasInWords(areas)}`
