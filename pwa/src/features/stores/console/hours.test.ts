import { expect, it } from 'vitest'
import { dayHours, dayText, weekRanges } from './hours'

const opening = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes })

it('reads and writes a day with a break', () => {
  const hours = dayHours('13:00-22:00， 8:00 - 12:00', 3)
  expect(hours).toEqual([opening(3, '13:00', '22:00'), opening(3, '08:00', '12:00')])
  expect(dayText(hours ?? [], 3)).toBe('08:00-12:00, 13:00-22:00')
})

it('reads an empty day as closed, and refuses what is no time', () => {
  expect(dayHours('  ', 1)).toEqual([])
  expect(dayHours('25:00-26:00', 1)).toBeNull()
  expect(dayHours('all day', 1)).toBeNull()
})

it('puts days with the same hours together', () => {
  const week = [1, 2, 3, 4, 5].map((day) => opening(day, '08:00', '22:00'))
  expect(weekRanges([...week, opening(7, '09:00', '02:00')])).toEqual([
    { first: 1, last: 5, text: '08:00-22:00' },
    { first: 7, last: 7, text: '09:00-02:00' },
  ])
})
