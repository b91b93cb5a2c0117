/**
 * An id for a new member of a village: `m` and 13 letters or digits, made from village and name, so that planning
 * twice gives the same. Two FNV-1a hashes of 32 bits. The phone is no part of it: ids are shown to people who may
 * not see the number, and eight digits are soon guessed.
 */
export function memberIdFor(villageCode: string, nameKey: string): string {
  const text = `${villageCode}\n${nameKey}`
  const high = fnv1a(text, 0x811c9dc5)
  const low = fnv1a(text, 0x9747b28c)
  return `m${((BigInt(high) << 32n) | BigInt(low)).toString(36).padStart(13, '0')}`
}

function fnv1a(text: string, seed: number): number {
  let hash = seed
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193)
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193)
  }
  return hash >>> 0
}
