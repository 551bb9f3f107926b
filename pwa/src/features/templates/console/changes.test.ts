import { expect, it } from 'vitest'
import { changesBetween } from './changes'
import { newQuestion, type QuestionForm, type SectionForm, type TemplateForm } from './draft'

const words = (text: string) => ({ zh: text, en: text })
const ask = (key: string, part: Partial<QuestionForm> = {}): QuestionForm => ({
  ...newQuestion(),
  key,
  title: words(key),
  ...part,
})
const section = (title: string, ...questions: QuestionForm[]): SectionForm => ({
  uid: title,
  title: words(title),
  weight: 1,
  formats: [],
  questions,
})
const form = (...sections: SectionForm[]): TemplateForm => ({
  name: words('Daily'),
  criticalCap: 60,
  formats: [],
  sections,
})
const told = (before: TemplateForm, after: TemplateForm) =>
  changesBetween(before, after).map(({ what, of, title, fields }) => [what, of, title.zh, ...fields].join(' '))

it('finds nothing between equal states', () => {
  expect(told(form(section('A', ask('a'))), form(section('A', ask('a'))))).toEqual([])
})

it('tells what came, went and changed, and by which fields', () => {
  const before = form(section('A', ask('a'), ask('b')), section('B', ask('c')))
  const after = { ...form(section('A', ask('a', { weight: 3, critical: true }), ask('d'))), criticalCap: 50 }
  expect(told(before, after)).toEqual([
    'changed checklist Daily criticalCap',
    'changed question a critical weight',
    'added question d',
    'removed section B',
    'removed question b',
    'removed question c',
  ])
})

it('calls moved only what was moved, not what stood around it', () => {
  const before = form(section('A', ask('a'), ask('b'), ask('c')), section('B', ask('d')))
  expect(told(before, form(section('A', ask('b'), ask('c'), ask('a')), section('B', ask('d'))))).toEqual([
    'moved question a',
  ])
  expect(told(before, form(section('A', ask('a'), ask('c')), section('B', ask('d'), ask('b'))))).toEqual([
    'moved question b',
  ])
  expect(told(before, form(section('B', ask('d'))))).not.toContain('moved question d')
})
