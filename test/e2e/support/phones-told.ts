import type { Siang } from './siang.ts'

/** Phones that got an SMS of this version of an alert, each as often as it did, in order. */
export const phonesTold = (siang: Siang, alertNumber: number, version: number): string[] =>
  siang.outbox
    .read()
    .filter(({ text }) => text.includes(`#${alertNumber}.${version} `))
    .map(({ phone }) => phone)
    .toSorted()
