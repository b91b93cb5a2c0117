import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { parsePhoneNumber } from '../../../shared/domain/phone-number.ts'

type RosterNumber = { written: string; e164: string }

/** Every number of a roster file, as it has it and as E.164. */
export const readNumbers = async (file: string): Promise<RosterNumber[]> => {
  const rows: unknown = parse(await readFile(file), { columns: true, bom: true })
  return z
    .array(z.looseObject({ phone: z.string() }))
    .parse(rows)
    .flatMap(({ phone }) => {
      const reading = parsePhoneNumber(phone)
      return reading.outcome === 'ok' ? [{ written: phone, e164: reading.phone }] : []
    })
}

/** Every run of digits, as it stands and without the blanks, dots and hyphens by which people part numbers. */
const digitRuns = (text: string): Set<string> =>
  new Set([
    ...(text.match(/\d{8,}/g) ?? []),
    ...(text.match(/\d(?:[ .-]?\d){7,}/g) ?? []).map((run) => run.replaceAll(/\D/g, '')),
  ])

/** Finds a number in all its writings: as in the file, international, national, and the eight digits that people say. */
export const createFinder = (text: string) => {
  const runs = digitRuns(text)
  const all = [...runs].join('\n')
  return ({ written, e164 }: RosterNumber): boolean => {
    const national = e164.slice('+856'.length)
    const spoken = [national, `0${national}`, national.slice(-8)]
    return text.includes(written) || all.includes(e164.slice(1)) || spoken.some((digits) => runs.has(digits))
  }
}
