/** What has been started, to be ended in the reverse order. */
export type CloseStack = { add: (close: () => unknown) => void; closeAll: () => Promise<void> }

/** Makes an empty stack. `closeAll` ends everything even if one end fails, and may be called again. */
export function createCloseStack(): CloseStack {
  const closers: (() => unknown)[] = []
  return {
    add: (close) => {
      closers.push(close)
    },
    closeAll: async () => {
      const failures: unknown[] = []
      for (let close = closers.pop(); close !== undefined; close = closers.pop()) {
        try {
          await close()
        } catch (error) {
          failures.push(error)
        }
      }
      if (failures.length > 0) throw new AggregateError(failures, 'the local run did not stop cleanly')
    },
  }
}
