import type { DeliveryState } from './delivery.ts'
import type { Wording } from './wording.ts'

const unreviewed = (en: string, lo: string): Wording => ({ en, lo, laoReviewedBy: null })

/** How people are told what became of one SMS. `accepted` must not sound like a proof. Lao wording unreviewed. */
export const deliveryStateLabels: Readonly<Record<DeliveryState, Wording>> = {
  pending: unreviewed('Waits to be sent', 'ລໍຖ້າສົ່ງ'),
  sending: unreviewed('Is being sent', 'ກຳລັງສົ່ງ'),
  accepted: unreviewed('Handed to the gateway, no proof', 'ມອບໃຫ້ບໍລິສັດສົ່ງ SMS ແລ້ວ, ຍັງບໍ່ມີຫຼັກຖານ'),
  delivered: unreviewed('Delivered, says the carrier', 'ຮອດແລ້ວ ຕາມເຄືອຂ່າຍ'),
  undelivered: unreviewed('Not delivered, says the carrier', 'ບໍ່ຮອດ ຕາມເຄືອຂ່າຍ'),
  unknown: unreviewed('Nobody knows: no word for 72 hours', 'ບໍ່ຮູ້: ບໍ່ມີຄຳຕອບ 72 ຊົ່ວໂມງ'),
  rehearsed: unreviewed('Drill: written to nobody', 'ຝຶກຊ້ອມ: ບໍ່ໄດ້ສົ່ງຫາໃຜ'),
  'in-doubt': unreviewed('May or may not have gone out', 'ບໍ່ແນ່ໃຈວ່າສົ່ງອອກແລ້ວ'),
  rejected: unreviewed('Refused, will not be sent', 'ຖືກປະຕິເສດ, ຈະບໍ່ຖືກສົ່ງ'),
  suppressed: unreviewed('Not sent: the phone gets it once already', 'ບໍ່ສົ່ງ: ເບີນີ້ໄດ້ຮັບແລ້ວ'),
  superseded: unreviewed('Not sent: a newer version replaced it', 'ບໍ່ສົ່ງ: ມີສະບັບໃໝ່ແທນ'),
  expired: unreviewed('Not sent: its time was over', 'ບໍ່ສົ່ງ: ໝົດເວລາ'),
}
