/**
 * What a run takes for the time: this machine's, and what it was moved on by. Function threads and the SMS endpoint
 * have it as their `Date`. Timers, delays of queues and sign-ins keep the machine's time: who moves on lets `tick`
 * find what is due.
 */
export type LocalClock = {
  nowMs: () => number
  /** Throws where it would go back: what is written already must not lie in the future. */
  moveOn: (seconds: number) => void
  /** Moves on to an instant that is still to come. */
  moveTo: (epochMs: number) => void
  /** What threads read it from: milliseconds ahead of the machine's clock. */
  aheadMs: BigInt64Array<SharedArrayBuffer>
}

/** A clock that shows the machine's time until it is moved. */
export function createLocalClock(): LocalClock {
  const aheadMs = new BigInt64Array(new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT))
  const nowMs = () => Date.now() + Number(Atomics.load(aheadMs, 0))
  const moveOnMs = (ms: number): void => {
    if (!(ms >= 0)) throw new RangeError('the clock of a run goes forward only')
    Atomics.add(aheadMs, 0, BigInt(Math.round(ms)))
  }
  return {
    nowMs,
    moveOn: (seconds) => {
      moveOnMs(seconds * 1000)
    },
    moveTo: (epochMs) => {
      moveOnMs(epochMs - nowMs())
    },
    aheadMs,
  }
}
