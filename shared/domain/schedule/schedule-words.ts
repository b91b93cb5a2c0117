import type { Language } from '../village.ts'
import { fillWording, type Wording } from '../wording.ts'
import type { SkipReason } from './schedule.ts'

const unreviewed = (en: string, lo: string): Wording => ({ en, lo, laoReviewedBy: null })

/** Why a run sent nothing, and what to do. Lao wording unreviewed. */
const skipWords: Readonly<Record<SkipReason, Wording>> = {
  missed: unreviewed(
    'Siang did not run at this time, and it was too late afterwards.',
    'ລະບົບບໍ່ໄດ້ເຮັດວຽກໃນເວລານີ້ ແລະ ຫຼັງຈາກນັ້ນກໍຊ້າເກີນໄປ.',
  ),
  'not-reconfirmed': unreviewed('Nobody confirmed it for this season.', 'ບໍ່ມີໃຜຢືນຢັນສຳລັບລະດູນີ້.'),
  'officer-may-not': unreviewed(
    'The officer who answers for it may not issue alerts in these areas any more: another one edits or resumes it.',
    'ເຈົ້າໜ້າທີ່ທີ່ຮັບຜິດຊອບບໍ່ມີສິດອອກຄຳເຕືອນໃນເຂດນີ້ແລ້ວ: ໃຫ້ຜູ້ອື່ນແກ້ໄຂ ຫຼື ໃຫ້ເຮັດຕໍ່.',
  ),
  'actual-not-allowed': unreviewed(
    'This installation may not send actual alerts.',
    'ລະບົບນີ້ບໍ່ໄດ້ຮັບອະນຸຍາດໃຫ້ສົ່ງຄຳເຕືອນຈິງ.',
  ),
  'actual-alert-live': unreviewed(
    'An actual alert was live in these areas: no drill goes out beside it.',
    'ມີຄຳເຕືອນຈິງໃນເຂດນີ້: ຈຶ່ງບໍ່ສົ່ງການຝຶກຊ້ອມ.',
  ),
  'template-changed': unreviewed(
    'The words of its template have changed: read them and choose it anew.',
    'ຄຳຂອງແມ່ແບບມີການປ່ຽນແປງ: ກະລຸນາອ່ານ ແລະ ເລືອກໃໝ່.',
  ),
  'template-unreviewed': unreviewed(
    'Nobody has approved the words of its template yet.',
    'ຍັງບໍ່ມີໃຜຮັບຮອງຄຳຂອງແມ່ແບບ.',
  ),
  'text-unusable': unreviewed('Its text could not be filled in.', 'ບໍ່ສາມາດຕື່ມຂໍ້ຄວາມໄດ້.'),
  'no-desk': unreviewed(
    'The text names the number of the district desk, and a district has none: an admin sets it.',
    'ຂໍ້ຄວາມບອກເບີຫ້ອງການເມືອງ ແຕ່ມີເມືອງທີ່ຍັງບໍ່ມີເບີ: ຜູ້ດູແລຕ້ອງໃສ່.',
  ),
  'no-recipients': unreviewed('Nobody whom it is meant for gets SMS.', 'ບໍ່ມີໃຜທີ່ຂໍ້ຄວາມນີ້ສົ່ງຫາ ໄດ້ຮັບ SMS.'),
  'budget-exceeded': unreviewed(
    'The budget of the month for preparedness is used up. Its alert is a draft: submit it when there is money again.',
    'ງົບປະມານການກຽມພ້ອມຂອງເດືອນໝົດແລ້ວ. ຄຳເຕືອນຍັງເປັນຮ່າງ: ໃຫ້ສະເໜີເມື່ອມີເງິນອີກ.',
  ),
  'monthly-limit': unreviewed(
    'Every village of it had its preparedness messages of the month already.',
    'ທຸກບ້ານໄດ້ຮັບຂໍ້ຄວາມກຽມພ້ອມຄົບຈຳນວນຂອງເດືອນນີ້ແລ້ວ.',
  ),
}

export const describeSkip = (reason: SkipReason): Record<Language, string> =>
  fillWording(skipWords[reason], {})
