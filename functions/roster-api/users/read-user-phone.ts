import { parsePhoneNumber } from '../../../shared/domain/phone-number.ts'

/** Country code and number abroad, as E.164 has it; of numbers in Laos the domain knows more. */
const abroad = /^\+(?!856)[1-9]\d{7,14}$/

/** A user's mobile number as stored: in Laos as people write it, abroad with its country code. Undefined: neither. */
export const readUserPhone = (written: string): string | undefined => {
  const reading = parsePhoneNumber(written)
  if (reading.outcome === 'ok') return reading.type === 'fixed' ? undefined : reading.phone
  const international = written
    .normalize('NFKC')
    .replaceAll(/[\s().\p{Pd}\p{Cf}]/gu, '')
    .replace(/^00/, '+')
  return abroad.test(international) ? international : undefined
}
