/**
 * Bundled in place of `@smithy/core/event-streams`, 13 KB of every function: no operation that Siang calls sends or
 * answers an event stream.
 */
export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config

/** Throws: whoever calls an operation with an event stream takes this stand-in out. */
export const eventStreamSerdeProvider = (): never => {
  throw new Error('event streams are not bundled')
}

export { eventStreamSerdeProvider as EventStreamSerde }
