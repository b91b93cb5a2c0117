import type * as z from 'zod'
import { toIso } from '../../../shared/clock.ts'
import type { acknowledgementView } from '../../../shared/contracts/calls.ts'
import type { CallRecord } from '../../../shared/domain/acknowledgement.ts'
import { maskPhoneNumber } from '../../../shared/domain/phone-number.ts'
import type { Member, Village } from '../../../shared/domain/village.ts'

/** The records of one village as people see them, in the order in which they were made. */
export const toCallViews = (
  calls: readonly CallRecord[],
  village: Pick<Village, 'members'> | undefined,
): z.input<typeof acknowledgementView>[] => {
  const corrected = new Set(calls.map(({ corrects }) => corrects))
  return calls.map((call) => ({
    id: call.id,
    version: call.version,
    outcome: call.outcome,
    memberId: call.memberId ?? null,
    memberName: village?.members.find(({ id }) => id === call.memberId)?.name ?? null,
    note: call.note ?? null,
    by: call.by,
    calledAtIso: toIso(call.calledAtEpochSeconds * 1000),
    recordedAtIso: toIso(call.recordedAtEpochSeconds * 1000),
    corrects: call.corrects ?? null,
    corrected: corrected.has(call.id),
  }))
}

/** A person whom somebody may call. */
export const toCallContact = (member: Member, phonesShown: boolean) => ({
  memberId: member.id,
  name: member.name,
  duty: member.duty,
  phone: phonesShown ? member.phone : maskPhoneNumber(member.phone),
  language: member.language,
  showsLao: member.script === 'lao',
  quarantined: member.status === 'quarantined',
  lastProvenReachableAtIso: member.lastProvenReachableAtIso ?? null,
})

/** What lists say of a village. A village that left the roster since has its code alone. */
export const toCalledVillage = (code: string, village: Village | undefined) => ({
  village: code,
  district: code.slice(0, 4),
  nameLo: village?.nameLo ?? '',
  nameEn: village?.nameEn ?? '',
  exposure: village?.exposure ?? 0,
  safePlaceLo: village?.safePlaceLo ?? null,
  safePlaceEn: village?.safePlaceEn ?? null,
  languagesSpoken: village?.languagesSpoken ?? [],
})
