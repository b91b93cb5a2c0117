import type { Wording } from './wording.ts'

type NamedPlace = { readonly id: string; readonly name: Wording }

const named = (id: string, en: string, lo: string): NamedPlace => ({
  id,
  name: { en, lo, laoReviewedBy: null },
})

/** Rivers that flood villages, north to south. An officer may type another pair of names. Lao spelling unreviewed. */
export const rivers: readonly NamedPlace[] = [
  named('mekong', 'Mekong', 'ແມ່ນ້ຳຂອງ'),
  named('nam-ou', 'Nam Ou', 'ນ້ຳອູ'),
  named('nam-khan', 'Nam Khan', 'ນ້ຳຄານ'),
  named('nam-song', 'Nam Song', 'ນ້ຳຊອງ'),
  named('nam-ngum', 'Nam Ngum', 'ນ້ຳງື່ມ'),
  named('nam-xan', 'Nam Xan', 'ນ້ຳຊັນ'),
  named('xe-bangfai', 'Xe Bangfai', 'ເຊບັ້ງໄຟ'),
  named('xe-banghiang', 'Xe Banghiang', 'ເຊບັ້ງຫຽງ'),
  named('xe-champhone', 'Xe Champhone', 'ເຊຈຳພອນ'),
  named('xe-don', 'Xe Don', 'ເຊໂດນ'),
  named('xe-kong', 'Xe Kong', 'ເຊກອງ'),
]

/** Where water levels are read, and towns by which people know a stretch of river. Lao spelling unreviewed. */
export const places: readonly NamedPlace[] = [
  named('luang-prabang', 'Luang Prabang', 'ຫຼວງພະບາງ'),
  named('pakbeng', 'Pakbeng', 'ປາກແບ່ງ'),
  named('vangvieng', 'Vangvieng', 'ວັງວຽງ'),
  named('vientiane', 'Vientiane', 'ວຽງຈັນ'),
  named('pakngum', 'Pakngum', 'ປາກງື່ມ'),
  named('paksan', 'Paksan', 'ປາກຊັນ'),
  named('thakhek', 'Thakhek', 'ທ່າແຂກ'),
  named('mahaxay', 'Mahaxay', 'ມະຫາໄຊ'),
  named('savannakhet', 'Savannakhet', 'ສະຫວັນນະເຂດ'),
  named('kengkok', 'Kengkok', 'ແກ້ງກອກ'),
  named('donghen', 'Donghen', 'ດົງເຫັນ'),
  named('khongxedon', 'Khongxedon', 'ຄົງເຊໂດນ'),
  named('sanasomboun', 'Sanasomboun', 'ຊະນະສົມບູນ'),
  named('pakse', 'Pakse', 'ປາກເຊ'),
  named('lamam', 'Lamam', 'ລະມາມ'),
  named('sanamxay', 'Sanamxay', 'ສະໜາມໄຊ'),
]
