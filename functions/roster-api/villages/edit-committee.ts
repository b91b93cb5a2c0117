import { searchKey } from '../../../shared/domain/lao-text.ts'
import { describeProblem, type ProblemCode } from '../../../shared/domain/roster/problem.ts'
import { checkDay } from '../../../shared/domain/roster/read-date.ts'
import { readPhone } from '../../../shared/domain/roster/read-phone.ts'
import { ok } from '../../../shared/domain/roster/reading.ts'
import { maxMembers, type Member } from '../../../shared/domain/village.ts'
import type { Words } from '../../../shared/domain/wording.ts'
import { invalidRequest, RequestError } from '../../../shared/errors.ts'

const invalid = (path: string, message: Words): RequestError => invalidRequest([{ path, message }])

const messageOf = (code: ProblemCode): Words => describeProblem(0, null, 'error', code).message

/** E.164 of a number as people write it. Throws the refusal in words, without the number. */
export const takePhone = (text: string): string => {
  const reading = readPhone(text)
  if (reading.outcome === 'refused') throw invalid('body.phone', messageOf(reading.code))
  return reading.value
}

/**
 * Refuses a day on which nobody can have agreed, in words. `held` is the day that the roster has: sending it again
 * is no fault. `todayIso` is the day in Laos.
 */
export const checkConsentDay = (
  dayIso: string | null | undefined,
  { todayIso, held }: { todayIso: string; held?: string | undefined },
): void => {
  if (dayIso === undefined || dayIso === null || dayIso === held) return
  const reading = checkDay(ok(dayIso), todayIso)
  if (reading.outcome === 'refused') {
    throw invalid('body.consentedOn', messageOf(reading.code))
  }
}

/**
 * Puts a member (new, or in place of who has the id) into a committee. `position` counts from 1 over those who stay;
 * without it a new member comes last and the others keep their places. Throws where the committee would be too
 * large, or would hold the same person with the same phone twice; two people may share a phone.
 */
export const placeMember = (
  members: readonly Member[],
  member: Member,
  position: number | undefined,
): Member[] => {
  const others = members.filter(({ id }) => id !== member.id)
  const stayingOthers = others.filter(({ status }) => status !== 'left')
  if (member.status !== 'left') checkCommittee(stayingOthers, member)
  if (position === undefined && others.length < members.length) {
    return members.map((old) => (old.id === member.id ? member : old))
  }
  const next = position === undefined ? undefined : stayingOthers[position - 1]
  const index = next === undefined ? others.length : others.indexOf(next)
  return others.toSpliced(index, 0, member)
}

const checkCommittee = (others: readonly Member[], member: Member): void => {
  if (others.length >= maxMembers) {
    throw invalid('body', {
      en: `A committee has ${maxMembers} members at most. Mark as left who is no longer in it.`,
      lo: `ຄະນະກຳມະການໜຶ່ງມີໄດ້ບໍ່ເກີນ ${maxMembers} ຄົນ. ໝາຍວ່າອອກ ສຳລັບຜູ້ທີ່ບໍ່ຢູ່ແລ້ວ.`,
    })
  }
  const nameKey = searchKey(member.name)
  if (others.some(({ name, phone }) => phone === member.phone && searchKey(name) === nameKey)) {
    throw invalid('body.phone', {
      en: 'This person is in the committee already with this phone number.',
      lo: 'ຄົນນີ້ ແລະ ເບີນີ້ຢູ່ໃນຄະນະກຳມະການແລ້ວ.',
    })
  }
}
