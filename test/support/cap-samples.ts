import type { CapAuthority } from '../../shared/domain/cap/authority.ts'
import type { CapVersion } from '../../shared/domain/cap/cap-alert.ts'
import type { CapDistrict } from '../../shared/domain/cap/cap-areas.ts'

/** Made up. */
export const buildAuthority = (over: Partial<CapAuthority> = {}): CapAuthority => ({
  sender: 'warnings@example.org',
  senderName: { lo: 'ອົງການສົມມຸດ', en: 'Made-up authority' },
  web: 'https://example.org/warnings',
  sinceIso: '2026-01-01T00:00:00+07:00',
  modes: ['actual', 'exercise', 'test'],
  levels: ['watch', 'warning', 'evacuate'],
  areas: ['13'],
  preparedness: false,
  ...over,
})

const atSeconds = (iso: string): number => Date.parse(iso) / 1000

export const buildCapVersion = (over: Partial<CapVersion> = {}): CapVersion => ({
  alertId: '0123456789abcdef0123456789abcdef',
  version: 1,
  number: 12,
  kind: 'flood',
  hazard: 'river-flood',
  level: 'warning',
  mode: 'actual',
  texts: { lo: 'ເຕືອນໄພນ້ຳຖ້ວມ', en: 'Flood warning. Go to {safePlace}. {office}, phone {desk}.' },
  districts: { '1308': [] },
  issuedAtEpochSeconds: atSeconds('2026-07-23T12:00:00+07:00'),
  expiresAtEpochSeconds: atSeconds('2026-07-24T12:00:00+07:00'),
  ...over,
})

export const songkhone: CapDistrict = {
  code: '1308',
  isWhole: true,
  villages: [
    { code: '1308001', nameLo: 'ບ້ານທົດລອງ', nameEn: 'Ban Thotlong', latitude: 16.25, longitude: 105.5 },
    { code: '1308002', nameLo: 'ບ້ານສອງ', nameEn: 'Ban Song', latitude: 16.3, longitude: 105.6 },
  ],
}
