import type { Words } from './language.ts'

/** Words of the frame around every screen, and of what may happen on any. Lao wording unreviewed. */
export const commonWords = {
  skip: { lo: 'ໄປຫາເນື້ອໃນ', en: 'Skip to content' },
  home: { lo: 'ໜ້າຫຼັກ', en: 'Home' },
  alerts: { lo: 'ຄຳເຕືອນ', en: 'Alerts' },
  roster: { lo: 'ບ້ານ', en: 'Villages' },
  more: { lo: 'ອື່ນໆ', en: 'More' },
  menu: { lo: 'ລາຍການຫຼັກ', en: 'Main menu' },
  signIn: { lo: 'ເຂົ້າສູ່ລະບົບ', en: 'Sign in' },
  signOut: { lo: 'ອອກຈາກລະບົບ', en: 'Sign out' },
  signInWhy: {
    lo: 'ເຂົ້າສູ່ລະບົບເພື່ອເຕືອນບ້ານຂອງທ່ານ.',
    en: 'Sign in to warn your villages.',
  },
  signInFailed: {
    lo: 'ເຂົ້າສູ່ລະບົບບໍ່ໄດ້. ລອງອີກຄັ້ງ.',
    en: 'Signing in did not work. Try again.',
  },
  sessionEnded: {
    lo: 'ທ່ານຖືກອອກຈາກລະບົບ. ເຂົ້າໃໝ່; ຮ່າງຍັງຢູ່ໃນເຄື່ອງນີ້.',
    en: 'You were signed out. Sign in again; drafts are kept on this device.',
  },
  notAdmitted: {
    lo: 'ບັນຊີນີ້ຍັງໃຊ້ Siang ບໍ່ໄດ້. ຖາມຜູ້ດູແລ.',
    en: 'This account may not use Siang. Ask your admin.',
  },
  rememberDevice: { lo: 'ຈື່ເຄື່ອງນີ້ໄວ້', en: 'Remember this device' },
  loading: { lo: 'ກຳລັງໂຫຼດ…', en: 'Loading…' },
  tryAgain: { lo: 'ລອງອີກ', en: 'Try again' },
  offline: {
    lo: 'ບໍ່ມີສັນຍານ. ບໍ່ມີຫຍັງຖືກສົ່ງ ຈົນກວ່າຈະກັບມາ.',
    en: 'No connection. Nothing is sent until it is back.',
  },
  asOf: { lo: 'ຂໍ້ມູນເມື່ອ {time}', en: 'As of {time}' },
  newer: { lo: 'ມີໂປຣແກຣມໃໝ່.', en: 'A newer console is ready.' },
  takeNewer: { lo: 'ໂຫຼດໃໝ່', en: 'Reload' },
  noPermission: {
    lo: 'ທ່ານບໍ່ມີສິດເບິ່ງໜ້ານີ້.',
    en: 'You may not see this page.',
  },
  notFound: {
    lo: 'ບໍ່ພົບ: ບໍ່ມີ ຫຼື ຢູ່ນອກເຂດຂອງທ່ານ.',
    en: 'Not found: it does not exist, or lies outside your areas.',
  },
  notShown: {
    lo: 'ເປີດໜ້ານີ້ບໍ່ໄດ້: ບໍ່ມີສັນຍານ, ມີໂປຣແກຣມໃໝ່ ຫຼື ຂັດຂ້ອງ. ຮ່າງຍັງຢູ່.',
    en: 'This page cannot be shown: no connection, a newer console, or a fault of ours. Drafts are kept.',
  },
  mayHaveArrived: {
    lo: 'ອາດຮອດແລ້ວກ່ອນສັນຍານຫາຍ. ໂຫຼດໃໝ່ ແລ້ວກວດເບິ່ງກ່ອນ.',
    en: 'This may have arrived before the connection was lost. Reload, and look before you try again.',
  },
  failed: { lo: 'ມີບາງຢ່າງຜິດພາດ.', en: 'Something went wrong.' },
  failedDetail: {
    lo: 'ລອງອີກຄັ້ງ. ຖ້າຍັງເກີດ ໃຫ້ບອກລະຫັດ {code}.',
    en: 'Try again. If it stays, tell this code: {code}.',
  },
  problem: { lo: 'ມີບັນຫາ', en: 'There is a problem' },
  showMore: { lo: 'ສະແດງຕື່ມ {n}', en: 'Show {n} more' },
} as const satisfies Record<string, Words>
