import { expect, it } from 'vitest'
import { hoursToday } from './hours'

const opening = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes })

it('tells a store that is closed today from one whose hours nobody recorded', () => {
  expect(hoursToday([opening(1, '08:00', '22:00')], 2)).toBe('')
  expect(hoursToday([], 2)).toBeNull()
})

it('joins the openings of a day, and says when it never closes', () => {
  expect(hoursToday([opening(3, '08:00', '12:00'), opening(3, '13:00', '22:00')], 3)).toBe('08:00–12:00, 13:00–22:00')
  expect(hoursToday([opening(3, '00:00', '00:00')], 3)).toBe('24 h')
})
