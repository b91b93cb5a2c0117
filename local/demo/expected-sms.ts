import { readFile } from 'node:fs/promises'
import { rosterFileLimits } from '../../functions/roster-import/read-table/table-limits.ts'
import { readTable } from '../../functions/roster-import/read-table/read-table.ts'
import { covers, districtOf, parseAreaCode } from '../../shared/domain/area.ts'
import { parsePhoneNumber } from '../../shared/domain/phone-number.ts'
import { readStatus } from '../../shared/domain/roster/value-words.ts'
import type { OutboxEntry } from '../sns/outbox.ts'

/** How the outbox compares with what the roster file asks for. */
export type OutboxCheck = { villages: number; recipients: number; missing: number; duplicates: number }

/**
 * Counts from the file's rows, past import, roster and alert: one SMS for each phone of a district that takes SMS.
 * A phone that stands in two districts gets two; members who left get none. Throws where a row has no village code.
 */
const expectedSms = async (file: string, areas: readonly string[]) => {
  const table = await readTable(await readFile(file), rosterFileLimits)
  if (table.outcome === 'refused') throw new Error(table.detail.en)
  const villages = new Set<string>()
  const phonesOfDistricts = new Set<string>()
  for (const { cells } of table.rows) {
    const area = parseAreaCode(cells.village_code ?? '')
    if (area.outcome === 'refused') throw new Error('the demonstration needs the village code in every row')
    if (!areas.some((wanted) => covers(wanted, area.code))) continue
    villages.add(area.code)
    const hasLeft = readStatus(cells.status ?? '') === 'left'
    const phone = parsePhoneNumber(cells.phone ?? '')
    if (!hasLeft && phone.outcome === 'ok' && phone.type !== 'fixed')
      phonesOfDistricts.add(`${districtOf(area.code)} ${phone.phone}`)
  }
  const expected = new Map<string, number>()
  for (const entry of phonesOfDistricts) {
    const [, phone = ''] = entry.split(' ')
    expected.set(phone, (expected.get(phone) ?? 0) + 1)
  }
  return { villages: villages.size, recipients: phonesOfDistricts.size, expected }
}

/** Holds the gateway's own outbox against the roster file: nobody missing, nobody twice, nobody else. */
export const checkOutbox = async (
  file: string,
  areas: readonly string[],
  outbox: readonly OutboxEntry[],
): Promise<OutboxCheck> => {
  const { villages, recipients, expected } = await expectedSms(file, areas)
  const sent = new Map<string, number>()
  for (const { phone } of outbox) sent.set(phone, (sent.get(phone) ?? 0) + 1)
  let missing = 0
  let duplicates = 0
  for (const phone of new Set([...expected.keys(), ...sent.keys()])) {
    const difference = (sent.get(phone) ?? 0) - (expected.get(phone) ?? 0)
    if (difference < 0) missing -= difference
    else duplicates += difference
  }
  return { villages, recipients, missing, duplicates }
}
