import type { AlertMode } from '../../../shared/domain/alert.ts'
import { RequestError } from '../../../shared/errors.ts'
import type { AlertsApiDeps } from '../deps.ts'

/** Throws where this installation may not send alerts of the mode. */
export const checkMode = ({ actualAllowed }: Pick<AlertsApiDeps, 'actualAllowed'>, mode: AlertMode): void => {
  if (mode !== 'actual' || actualAllowed) return
  throw new RequestError(
    'actual-not-allowed',
    {
      en: 'This installation may not send actual alerts yet: use exercise or test.',
      lo: 'ລະບົບນີ້ຍັງສົ່ງຄຳເຕືອນຈິງບໍ່ໄດ້: ໃຊ້ຝຶກຊ້ອມ ຫຼື ທົດລອງ.',
    },
    [
      {
        path: 'body.mode',
        message: { en: 'Must be exercise or test here.', lo: 'ບ່ອນນີ້ຕ້ອງແມ່ນຝຶກຊ້ອມ ຫຼື ທົດລອງ.' },
      },
    ],
  )
}
