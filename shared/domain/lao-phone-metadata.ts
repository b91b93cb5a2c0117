import type { MetadataJson } from 'libphonenumber-js/core'

/**
 * The numbering plan of Laos in libphonenumber's own layout, for `libphonenumber-js/core`.
 *
 * Restated here because the ready-made sets are for the whole world: `/max` makes a bundle of 190 kB where
 * this makes one of 39 kB, and `/mobile` calls every fixed line invalid. A test holds this to what the
 * installed library knows, so that an update of the library which changes the plan cannot pass unseen.
 */
export const laoPhoneMetadata: MetadataJson = {
  version: 4,
  country_calling_codes: { 856: ['LA'] },
  countries: {
    LA: [
      '856',
      '00',
      '(?:2\\d|3)\\d{8}|(?:[235-8]\\d|41)\\d{6}',
      [8, 9, 10],
      [
        ['(\\d{2})(\\d{3})(\\d{3})', '$1 $2 $3', ['2[13]|3[14]|[4-8]'], '0$1'],
        ['(\\d{2})(\\d{2})(\\d{2})(\\d{3})', '$1 $2 $3 $4', ['3'], '0$1'],
        ['(\\d{2})(\\d{2})(\\d{3})(\\d{3})', '$1 $2 $3 $4', ['2'], '0$1'],
      ],
      '0',
      0,
      0,
      0,
      0,
      0,
      [
        ['(?:2[13]|[35-7][14]|41|8[1468])\\d{6}', [8]],
        ['208[78]\\d{6}|(?:20[23579]|30)\\d{7}', [9, 10]],
      ],
    ],
  },
  nonGeographic: {},
}
