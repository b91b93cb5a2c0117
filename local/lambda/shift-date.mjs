/**
 * Called before any other code of a thread: from then on its `Date` is so many milliseconds ahead as stand in
 * `aheadMs`. Answers with the machine's own time, which timers and time limits keep. `Intl` knows nothing of it:
 * what formats a time must be given one.
 */
export function shiftDate(aheadMs) {
  const MachineDate = Date
  const machineNowMs = Date.now
  const nowMs = () => machineNowMs() + Number(Atomics.load(aheadMs, 0))
  const ShiftedDate = new Proxy(MachineDate, {
    apply: () => new MachineDate(nowMs()).toString(),
    construct: (target, given, called) =>
      Reflect.construct(target, given.length === 0 ? [nowMs()] : given, called),
  })
  MachineDate.now = nowMs
  MachineDate.prototype.constructor = ShiftedDate
  globalThis.Date = ShiftedDate
  return machineNowMs
}
