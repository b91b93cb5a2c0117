import type { VersionRecord } from '../../../shared/contracts/version-record.ts'
import { editedMeanwhile } from '../../../shared/errors.ts'
import { versionEtag } from '../alert-view.ts'

/** Throws where the caller names what they read (If-Match), and the version has been edited since. */
export const checkAsRead = (version: VersionRecord, ifMatch: string | undefined): void => {
  if (ifMatch === undefined || ifMatch === '*' || ifMatch === versionEtag(version)) return
  throw editedMeanwhile('alert')
}
