import { RequestError } from '../../shared/errors.ts'
import type { PublicDeps } from './deps.ts'

/** What is public of this stage. Throws where nothing is. */
export const findCap = ({ cap }: PublicDeps): NonNullable<PublicDeps['cap']> => {
  if (cap === undefined) {
    throw new RequestError('not-found', {
      en: 'This stage publishes no alerts: the competent authority has to agree to it first.',
      lo: 'ລະບົບນີ້ບໍ່ເຜີຍແຜ່ຄຳເຕືອນ: ອົງການທີ່ຮັບຜິດຊອບຕ້ອງເຫັນດີກ່ອນ.',
    })
  }
  return cap
}
