import { readStage } from '../../../infra/stages.ts'

const { secondPersonLevels, proofMinutes } = readStage('prod')

/** Lets the stage `test` ask for a second person and count silence as production does: the stories are about that. */
export const asInProduction = {
  SECOND_PERSON_LEVELS: secondPersonLevels.join(','),
  PROOF_MINUTES: String(proofMinutes),
} as const
