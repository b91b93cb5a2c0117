import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'

/** Counts of one function, for alarms and dashboards. Success is counted only where it is known. */
export type FunctionMetrics = { count: (name: string, value: number) => void; flush: () => void }

/** Writes the counts to the function's log in CloudWatch's embedded metric format. */
export const createMetrics = (functionName: string): FunctionMetrics => {
  const metrics = new Metrics({ namespace: 'Siang', serviceName: functionName })
  return {
    count: (name, value) => {
      if (value > 0) metrics.addMetric(name, MetricUnit.Count, value)
    },
    flush: () => metrics.publishStoredMetrics(),
  }
}
