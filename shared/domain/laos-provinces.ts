export type Province = { code: string; nameLo: string; nameEn: string }

/** The 17 provinces and the capital, by code. */
export const provinces: readonly Province[] = [
  { code: '01', nameLo: 'ນະຄອນຫຼວງວຽງຈັນ', nameEn: 'Vientiane Capital' },
  { code: '02', nameLo: 'ຜົ້ງສາລີ', nameEn: 'Phongsaly' },
  { code: '03', nameLo: 'ຫຼວງນ້ຳທາ', nameEn: 'Luang Namtha' },
  { code: '04', nameLo: 'ອຸດົມໄຊ', nameEn: 'Oudomxay' },
  { code: '05', nameLo: 'ບໍ່ແກ້ວ', nameEn: 'Bokeo' },
  { code: '06', nameLo: 'ຫຼວງພະບາງ', nameEn: 'Luang Prabang' },
  { code: '07', nameLo: 'ຫົວພັນ', nameEn: 'Houaphanh' },
  { code: '08', nameLo: 'ໄຊຍະບູລີ', nameEn: 'Xayabury' },
  { code: '09', nameLo: 'ຊຽງຂວາງ', nameEn: 'Xieng Khouang' },
  { code: '10', nameLo: 'ວຽງຈັນ', nameEn: 'Vientiane Province' },
  { code: '11', nameLo: 'ບໍລິຄຳໄຊ', nameEn: 'Bolikhamxay' },
  { code: '12', nameLo: 'ຄຳມ່ວນ', nameEn: 'Khammouane' },
  { code: '13', nameLo: 'ສະຫວັນນະເຂດ', nameEn: 'Savannakhet' },
  { code: '14', nameLo: 'ສາລະວັນ', nameEn: 'Salavan' },
  { code: '15', nameLo: 'ເຊກອງ', nameEn: 'Sekong' },
  { code: '16', nameLo: 'ຈຳປາສັກ', nameEn: 'Champasack' },
  { code: '17', nameLo: 'ອັດຕະປື', nameEn: 'Attapeu' },
  { code: '18', nameLo: 'ໄຊສົມບູນ', nameEn: 'Xaysomboun' },
]
