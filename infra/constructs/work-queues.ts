import type { Construct } from 'constructs'
import { type QueueName, toConstructId } from '../names.ts'
import type { StageSettings } from '../stage-settings.ts'
import type { AlarmStory, RunbookPath } from './named-alarm.ts'
import { WorkQueue } from './work-queue.ts'

type QueueStory = AlarmStory & { readonly late?: { afterSeconds: number; runbook: RunbookPath } }

const smsLate = 'docs/runbooks/sms-late.md'
const smsDead = 'docs/runbooks/sms-dead-letters.md'
const fanOutDead = 'docs/runbooks/fan-out-dead-letters.md'

/** Of whatever has to do with receipts. */
export const receiptsStory = {
  whoIsHurt: 'Officers see villages as unproven that an SMS has reached, and call those in vain.',
  runbook: 'docs/runbooks/receipts-dead-letters.md',
} as const satisfies AlarmStory

const stories: Readonly<Record<QueueName, QueueStory>> = {
  imports: {
    whoIsHurt: 'An admin waits for an import or export that does not move on.',
    runbook: 'docs/runbooks/imports-dead-letters.md',
  },
  'fan-out-urgent': {
    whoIsHurt: 'Committees of a district are in danger and nobody there has been warned.',
    runbook: fanOutDead,
    late: { afterSeconds: 120, runbook: smsLate },
  },
  'fan-out-routine': {
    whoIsHurt: 'Committees of a district do not get a preparedness message.',
    runbook: fanOutDead,
  },
  first: {
    whoIsHurt: 'A village is in danger and not one person there has been warned.',
    runbook: smsDead,
    late: { afterSeconds: 300, runbook: smsLate },
  },
  urgent: {
    whoIsHurt: 'Members of a committee in danger have not been warned; their first contact was tried.',
    runbook: smsDead,
    late: { afterSeconds: 900, runbook: smsLate },
  },
  routine: {
    whoIsHurt: 'Members of a committee do not get a preparedness message.',
    runbook: smsDead,
  },
  'early-receipts': receiptsStory,
}

/** Every queue of work by name. */
export const addWorkQueues = (
  scope: Construct,
  stage: StageSettings,
): Readonly<Record<QueueName, WorkQueue>> => {
  const add = (name: QueueName) =>
    new WorkQueue(scope, toConstructId(name), { name, stage, ...stories[name] })
  return {
    imports: add('imports'),
    'fan-out-urgent': add('fan-out-urgent'),
    'fan-out-routine': add('fan-out-routine'),
    first: add('first'),
    urgent: add('urgent'),
    routine: add('routine'),
    'early-receipts': add('early-receipts'),
  }
}
