import type { Words } from './language.ts'

/** Words around the officer's guide, which itself stands in `docs/`. Lao wording unreviewed. */
export const guideWords = {
  title: { lo: 'ຄູ່ມືສຳລັບເຈົ້າໜ້າທີ່', en: 'Guide for officers' },
  contents: { lo: 'ເນື້ອໃນ', en: 'Contents' },
} as const satisfies Record<string, Words>
