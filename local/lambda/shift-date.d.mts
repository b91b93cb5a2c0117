export function shiftDate(aheadMs: BigInt64Array): () => number
