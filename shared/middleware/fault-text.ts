import type * as z from 'zod'
import { wordsSaid } from '../contracts/said.ts'
import type { Words } from '../domain/wording.ts'

const kinds: Readonly<Record<string, Words>> = {
  string: { en: 'text', lo: 'ຂໍ້ຄວາມ' },
  number: { en: 'a number', lo: 'ຕົວເລກ' },
  int: { en: 'a whole number', lo: 'ຈຳນວນເຕັມ' },
  boolean: { en: 'true or false', lo: 'true ຫຼື false' },
  array: { en: 'a list', lo: 'ລາຍການ' },
  object: { en: 'an object', lo: 'ກຸ່ມຂໍ້ມູນ' },
  record: { en: 'an object', lo: 'ກຸ່ມຂໍ້ມູນ' },
}

const asItMustBe: Words = { en: 'Is not as it must be.', lo: 'ບໍ່ຖືກຕ້ອງ.' }

const limit = (origin: string, bound: number | bigint): Words => {
  if (origin === 'string') return { en: `${bound} characters`, lo: `${bound} ຕົວ` }
  return origin === 'array'
    ? { en: `${bound} entries`, lo: `${bound} ລາຍການ` }
    : { en: String(bound), lo: String(bound) }
}

/** What is asked for, where the schema says nothing itself. */
const wordsOf = (issue: z.core.$ZodIssue): Words => {
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.input === undefined) return { en: 'Is missing.', lo: 'ຍັງບໍ່ມີ.' }
      const kind = kinds[issue.expected] ?? { en: issue.expected, lo: issue.expected }
      return { en: `Must be ${kind.en}.`, lo: `ຕ້ອງແມ່ນ${kind.lo}.` }
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ')
      return { en: `Must be one of: ${values}.`, lo: `ຕ້ອງແມ່ນອັນໜຶ່ງຂອງ: ${values}.` }
    }
    case 'too_small': {
      const { en, lo } = limit(issue.origin, issue.minimum)
      return { en: `Must be at least ${en}.`, lo: `ຕ້ອງບໍ່ໜ້ອຍກວ່າ ${lo}.` }
    }
    case 'too_big': {
      const { en, lo } = limit(issue.origin, issue.maximum)
      return { en: `Must be at most ${en}.`, lo: `ຕ້ອງບໍ່ເກີນ ${lo}.` }
    }
    case 'unrecognized_keys':
      return {
        en: 'There is a field here that this route does not know.',
        lo: 'ມີຊ່ອງທີ່ຄຳສັ່ງນີ້ບໍ່ຮູ້ຈັກ.',
      }
    case 'invalid_key':
      return { en: 'There is a key here that cannot be one.', lo: 'ມີຊື່ຊ່ອງທີ່ໃຊ້ບໍ່ໄດ້.' }
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_element':
    case 'custom':
      return asItMustBe
    default:
      return issue satisfies never
  }
}

/**
 * What to say of a fault: what the schema says itself, else what is asked for, and never what was given. The issue
 * comes with its input (`reportInput`), to tell what is missing from what is of another kind.
 */
export const faultText = (issue: z.core.$ZodIssue): Words => wordsSaid(issue.message) ?? wordsOf(issue)
