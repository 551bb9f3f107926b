import type { Command } from './records'

/** When a person did something, by the server's clock as far as this device had measured it. */
export function happenedAt({ occurredAt, clockOffsetMs }: Pick<Command, 'occurredAt' | 'clockOffsetMs'>): string {
  return clockOffsetMs ? new Date(Date.parse(occurredAt) + clockOffsetMs).toISOString() : occurredAt
}
