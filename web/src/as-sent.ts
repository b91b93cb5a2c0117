/**
 * A value as Siang's own server or this console itself wrote it. Its contracts hold the answers to their schemas
 * before they are sent, so the console does not carry a schema library to a phone on 2G to check them again.
 */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion, typescript/no-unnecessary-type-parameters -- the one place where it is believed
export const asSent = <T>(value: unknown): T => value as T
