import { reachOf as reachOfWish, type AlertMode, type Reach } from '../../../shared/domain/alert.ts'
import type { Words } from '../../../shared/domain/wording.ts'
import type { FieldError } from '../../../shared/errors.ts'
import type { AlertsApiDeps } from '../deps.ts'

type Wish = { mode: AlertMode; reaches?: Reach | undefined }
type Deps = Pick<AlertsApiDeps, 'drillsReach'>

/** Whether phones get the alert's SMS, in this stage. */
export const reachOf = ({ drillsReach }: Deps, wish: Wish): Reach => reachOfWish(drillsReach, wish)

const refuse = (message: Words): FieldError[] => [{ path: 'body.reaches', message }]

/** What the stage or the mode does not allow: an actual alert that reaches nobody, a drill that reaches phones. */
export const findReachFaults = ({ drillsReach }: Deps, { mode, reaches }: Wish): FieldError[] => {
  if (mode === 'actual' && reaches === 'nobody')
    return refuse({
      en: 'An actual alert reaches phones: leave this out, or choose exercise or test.',
      lo: 'ຄຳເຕືອນຈິງຕ້ອງໄປເຖິງໂທລະສັບ: ບໍ່ຕ້ອງໃສ່, ຫຼື ເລືອກຝຶກຊ້ອມ ຫຼື ທົດລອງ.',
    })
  return mode !== 'actual' && drillsReach === 'nobody' && reaches === 'phones'
    ? refuse({
        en: 'In this installation drills reach nobody: leave this out.',
        lo: 'ໃນລະບົບນີ້ ການຝຶກຊ້ອມບໍ່ໄປຫາໃຜ: ບໍ່ຕ້ອງໃສ່.',
      })
    : []
}
